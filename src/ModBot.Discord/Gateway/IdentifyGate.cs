using Microsoft.Extensions.Logging;
using ModBot.Core.Ports;

namespace ModBot.Discord.Gateway;

/// <summary>
/// Lets shards identify as Discord allows: each concurrency bucket once in 5 s, and no more session starts than remain,
/// because exceeding them resets the bot's token.
/// </summary>
internal sealed class IdentifyGate(IIdentifySlots slots, string bot, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>The server's clock starts counting when the payload arrives.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
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
            int bucket;
            lock (_lock)
            {
                wait = UseStart();
                bucket = shard % _concurrency;
            }

            bool isSpent = wait > TimeSpan.Zero;
            if (isSpent && !isTold)
            {
                GatewayLog.StartsSpent(logger, wait);
                isTold = true;
            }

            if (!isSpent)
                wait = await slots.ReserveAsync(bot, bucket, Interval + Margin, cancellationToken);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, cancellationToken);
            if (!isSpent)
                return;
        }
    }

    /// <summary>Zero where a start was left and is used now, else how long there is none.</summary>
    private TimeSpan UseStart()
    {
        long now = time.GetTimestamp();
        if (_remaining <= 0)
        {
            if (now < _resetsAt)
                return time.GetElapsedTime(now, _resetsAt) + TimeSpan.FromMilliseconds(1);
            _remaining = _total;
            _resetsAt = At(TimeSpan.FromDays(1));
        }

        _remaining--;
        return TimeSpan.Zero;
    }

    private long At(TimeSpan after) => time.GetTimestamp() + (long)(after.TotalSeconds * time.TimestampFrequency);
}
