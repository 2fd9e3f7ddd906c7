using System.Collections.Concurrent;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Discord.Tests.Support;

/// <summary>Keeps shards' progress in memory, as two runs of one bot would share it.</summary>
internal sealed class FakeProgress : IShardProgressStore
{
    private readonly ConcurrentDictionary<(int Shard, int Total), ShardProgress> _known = new();

    public ShardProgress? Of(int shard, int total = 1) => _known.GetValueOrDefault((shard, total));

    public void Set(ShardProgress progress) => _known[(progress.Shard, progress.Total)] = progress;

    public Task<ShardProgress?> LoadAsync(string bot, int shard, int total, CancellationToken cancellationToken) => Task.FromResult(Of(shard, total));

    public Task SaveAsync(IReadOnlyCollection<ShardProgress> progress, CancellationToken cancellationToken)
    {
        foreach (ShardProgress one in progress)
            Set(one);
        return Task.CompletedTask;
    }

    /// <summary>Waits until the shard's stored progress is as wanted.</summary>
    public async Task UntilAsync(Func<ShardProgress?, bool> wanted)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!wanted(Of(0)))
            await Task.Delay(5, timeout.Token);
    }
}
