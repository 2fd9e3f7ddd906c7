using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.Lanes;

namespace ModBot.Discord.Gateway;

/// <summary>Stores, every second, how far this process's shards are. Without a store it does nothing.</summary>
internal sealed class ShardKeeper(IShardProgressStore? store, string bot, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Older events are nobody's concern any more.</summary>
    private static readonly TimeSpan OldestCatchUp = TimeSpan.FromHours(24);

    /// <summary>What clocks and the way of a message may differ by.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<ShardId, (EventMarks Marks, ShardSession Session)> _running = new();

    /// <summary>True where another process may take up a session of this one.</summary>
    public bool Keeps => store is not null;

    /// <summary>Null where the shard never ran, or nothing is kept.</summary>
    public async Task<ShardProgress?> LoadAsync(ShardId shard, CancellationToken cancellationToken)
    {
        while (store is not null)
        {
            try
            {
                return await store.LoadAsync(bot, shard.Number, shard.Total, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Without it messages would be missed: rather late than never.
                GatewayLog.ProgressNotRead(logger, shard.Number, exception);
                await Task.Delay(Interval, time, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>From when on messages may have been missed.</summary>
    public DateTimeOffset CatchUpFrom(ShardProgress progress)
    {
        DateTimeOffset oldest = time.GetUtcNow() - OldestCatchUp;
        DateTimeOffset from = progress.HandledThrough - Margin;
        return from > oldest ? from : oldest;
    }

    public void Add(ShardId shard, EventMarks marks, ShardSession session) => _running[shard] = (marks, session);

    /// <summary>The shard is at rest: stores its last point, unless another process has it already.</summary>
    public async Task RemoveAsync(ShardId shard, bool isLost)
    {
        if (!_running.TryRemove(shard, out var run) || isLost || store is null)
            return;
        if (run.Marks.Advance(run.Session.Point(time.GetUtcNow())) is { } point)
            await SaveAsync([Progress(shard, point)], CancellationToken.None);
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (store is null)
            return;
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
                await SaveAsync(Advance(), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    private List<ShardProgress> Advance()
    {
        List<ShardProgress> moved = [];
        foreach ((ShardId shard, (EventMarks marks, ShardSession session)) in _running)
        {
            if (marks.Advance(session.Point(time.GetUtcNow())) is { } point)
                moved.Add(Progress(shard, point));
        }

        return moved;
    }

    private ShardProgress Progress(ShardId shard, SessionPoint point) => new()
    {
        Bot = bot,
        Shard = shard.Number,
        Total = shard.Total,
        SessionId = point.Id,
        ResumeUrl = point.ResumeUrl?.ToString(),
        Sequence = point.Sequence,
        HandledThrough = point.At,
    };

    private async Task SaveAsync(List<ShardProgress> moved, CancellationToken cancellationToken)
    {
        if (moved.Count == 0)
            return;
        try
        {
            await store!.SaveAsync(moved, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // An older point serves as well: what comes after it is seen again.
            GatewayLog.ProgressNotStored(logger, exception);
        }
    }
}
