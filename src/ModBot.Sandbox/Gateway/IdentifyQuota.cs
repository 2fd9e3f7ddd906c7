namespace ModBot.Sandbox.Gateway;

/// <summary>How often clients may identify: by concurrency bucket, and a thousand times a day. Used under the world's gate.</summary>
internal sealed class IdentifyQuota(SandboxOptions options)
{
    public const int PerDay = 1_000;

    private readonly Dictionary<int, DateTimeOffset> _last = [];
    private DateTimeOffset _dayEnds;
    private int _used;

    public bool Take(int shard, DateTimeOffset now)
    {
        Roll(now);
        int bucket = shard % options.MaxConcurrency;
        if (_used >= PerDay || (_last.TryGetValue(bucket, out DateTimeOffset last) && now - last < options.IdentifyInterval))
            return false;
        _last[bucket] = now;
        _used++;
        return true;
    }

    public (int Remaining, long ResetAfterMilliseconds) Left(DateTimeOffset now)
    {
        Roll(now);
        return (PerDay - _used, _used == 0 ? 0 : (long)(_dayEnds - now).TotalMilliseconds);
    }

    private void Roll(DateTimeOffset now)
    {
        if (now < _dayEnds)
            return;
        _dayEnds = now.AddDays(1);
        _used = 0;
    }
}
