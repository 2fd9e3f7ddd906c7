namespace ModBot.Discord.Rest;

/// <summary>At most 50 requests in any second (Discord's global limit), fewer after the server said to pause.</summary>
internal sealed class GlobalLimit(TimeProvider time)
{
    public const int PerSecond = 50;

    // A little over a second: the server's clock starts a request's journey later than ours.
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(1020);

    private readonly FifoGate _gate = new();
    private readonly long[] _sent = new long[PerSecond];
    private int _next;
    private int _count;
    private long _pausedUntil = long.MinValue;

    /// <summary>Waits until another request may go out.</summary>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        using FifoGate.Turn turn = await _gate.EnterAsync(cancellationToken);
        while (Remaining() is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        _sent[_next] = time.GetTimestamp();
        _next = (_next + 1) % PerSecond;
        _count = Math.Min(_count + 1, PerSecond);
    }

    /// <summary>Holds everything back for that long.</summary>
    public void Pause(TimeSpan span)
    {
        long until = time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);
        long before = Volatile.Read(ref _pausedUntil);
        while (until > before)
        {
            long seen = Interlocked.CompareExchange(ref _pausedUntil, until, before);
            if (seen == before)
                return;
            before = seen;
        }
    }

    private TimeSpan Remaining()
    {
        long now = time.GetTimestamp();
        long until = Volatile.Read(ref _pausedUntil);
        if (_count == PerSecond)
            until = Math.Max(until, _sent[_next] + (long)(Window.TotalSeconds * time.TimestampFrequency));
        return until > now ? RateBucket.RoundUp(time.GetElapsedTime(now, until)) : TimeSpan.Zero;
    }
}
