using ModBot.Core.Platform;

namespace ModBot.Core.Ports;

/// <summary>Keeps how far each shard is, for the time after a crash or a hand-over.</summary>
public interface IShardProgressStore
{
    /// <summary>Null where the shard never ran.</summary>
    Task<ShardProgress?> LoadAsync(string bot, int shard, int total, CancellationToken cancellationToken);

    /// <summary>Stores all of them, each in the place of what was known of its shard.</summary>
    Task SaveAsync(IReadOnlyCollection<ShardProgress> progress, CancellationToken cancellationToken);
}
