namespace ModBot.Discord.Rest;

/// <summary>One bucket of the server's, as far as its headers told. Used by one request at a time.</summary>
internal sealed class RateBucket(TimeProvider time)
{
    private int? _remaining;
    private long _resetsAt;

    public FifoGate Gate { get; } = new();

    /// <summary>How long until the next request may go out; zero for now.</summary>
    public TimeSpan Wait()
    {
        if (_remaining is not <= 0)
            return TimeSpan.Zero;
        long now = time.GetTimestamp();
        if (now >= _resetsAt)
        {
            _remaining = null;
            return TimeSpan.Zero;
        }

        return RoundUp(time.GetElapsedTime(now, _resetsAt));
    }

    /// <summary>Takes over what a response said.</summary>
    public void Learn(int remaining, TimeSpan resetsAfter)
    {
        _remaining = remaining;
        _resetsAt = time.GetTimestamp() + (long)(resetsAfter.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>Closes the bucket after a 429.</summary>
    public void Exhaust(TimeSpan retryAfter) => Learn(0, retryAfter);

    public bool IsFresh => _remaining is null || time.GetTimestamp() >= _resetsAt;

    /// <summary>Timers count whole milliseconds: waiting less would wake too early.</summary>
    public static TimeSpan RoundUp(TimeSpan span) => TimeSpan.FromMilliseconds(Math.Ceiling(span.TotalMilliseconds));
}
