using Microsoft.Extensions.Logging;

namespace ModBot.Discord.Gateway;

/// <summary>
/// Lets shards identify as Discord allows: each concurrency bucket once in 5 s, and no more session starts than remain,
/// because exceeding them resets the bot's token.
/// </summary>
internal sealed class IdentifyGate(TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>The server's clock starts counting when the payload arrives.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, long> _free = [];
    private int _concurrency = 1;
    private int _total = 1000;
    private int _remaining = 1000;
    private long _resetsAt = long.MaxValue;

    /// <summary>Takes over what <c>/gateway/bot</c> says.</summary>
    public void Learn(GatewayStart start)
    {
        lock (_lock)
        {
            _concurrency = Math.Max(1, start.MaxConcurrency);
            _total = Math.Max(1, start.StartsTotal);
            _remaining = Math.Max(0, start.StartsRemaining);
            _resetsAt = At(start.StartsResetAfter);
        }
    }

    /// <summary>Waits for the shard's turn and uses up one session start.</summary>
    public async Task EnterAsync(int shard, CancellationToken cancellationToken)
    {
        bool isTold = false;
        while (true)
        {
            TimeSpan wait;
            bool isSpent;
            lock (_lock)
            {
                (wait, isSpent) = Reserve(shard);
            }

            if (isSpent && !isTold)
            {
                GatewayLog.StartsSpent(logger, wait);
                isTold = true;
            }

            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            if (!isSpent)
                return;
        }
    }

    private (TimeSpan Wait, bool IsSpent) Reserve(int shard)
    {
        long now = time.GetTimestamp();
        if (_remaining <= 0)
        {
            if (now < _resetsAt)
                return (time.GetElapsedTime(now, _resetsAt) + TimeSpan.FromMilliseconds(1), true);
            _remaining = _total;
            _resetsAt = At(TimeSpan.FromDays(1));
        }

        _remaining--;
        int bucket = shard % _concurrency;
        long slot = Math.Max(now, _free.GetValueOrDefault(bucket, long.MinValue));
        _free[bucket] = slot + (long)((Interval + Margin).TotalSeconds * time.TimestampFrequency);
        return (time.GetElapsedTime(now, slot), false);
    }

    private long At(TimeSpan after) => time.GetTimestamp() + (long)(after.TotalSeconds * time.TimestampFrequency);
}
