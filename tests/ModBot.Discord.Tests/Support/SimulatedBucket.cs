namespace ModBot.Discord.Tests.Support;

/// <summary>A server's rate limit: so many requests in a window that starts with its first.</summary>
internal sealed class SimulatedBucket(TimeProvider time, int limit, TimeSpan window, string name = "bucket-1")
{
    private DateTimeOffset _resetsAt;
    private int _used;

    public int Refused { get; private set; }

    /// <summary>Counts a request; null where it is refused.</summary>
    public (string Name, string Value)[]? Take(out TimeSpan retryAfter)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (now >= _resetsAt)
            (_used, _resetsAt) = (0, now + window);
        retryAfter = _resetsAt - now;
        if (_used >= limit)
        {
            Refused++;
            return null;
        }

        _used++;
        return
        [
            ("X-RateLimit-Limit", $"{limit}"), ("X-RateLimit-Remaining", $"{limit - _used}"), ("X-RateLimit-Bucket", name),
            ("X-RateLimit-Reset-After", FormattableString.Invariant($"{retryAfter.TotalSeconds:0.000}")),
        ];
    }
}
