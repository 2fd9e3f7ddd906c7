using ModBot.Core.Ports;

namespace ModBot.Discord.Gateway;

/// <summary>The slots of a bot that has one process.</summary>
internal sealed class OwnSlots(TimeProvider time) : IIdentifySlots
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, long> _free = [];

    public ValueTask<TimeSpan> ReserveAsync(string bot, int bucket, TimeSpan interval, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            long slot = Math.Max(now, _free.GetValueOrDefault(bucket, long.MinValue));
            _free[bucket] = slot + (long)(interval.TotalSeconds * time.TimestampFrequency);
            return ValueTask.FromResult(time.GetElapsedTime(now, slot));
        }
    }
}
