namespace ModBot.Core.Ports;

/// <summary>Decides which gateway shards this process runs, and changes its mind while it runs: processes come and go.</summary>
public interface IShardLeases
{
    /// <summary>How many shards the bot has: all processes must say the same, so what the first one wanted counts.</summary>
    /// <param name="bot">Stands for the bot and the server.</param>
    ValueTask<int> AgreeOnTotalAsync(string bot, int wanted, CancellationToken cancellationToken);

    /// <summary>Gives each shard from <paramref name="first"/> to <paramref name="last"/> (inclusive) when this process gets it, again after it was given back; ends when it is cancelled.</summary>
    IAsyncEnumerable<IShardLease> AcquireAsync(string bot, int first, int last, int total, CancellationToken cancellationToken);
}
