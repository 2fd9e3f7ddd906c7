namespace ModBot.Core.Ports;

/// <summary>A gateway shard that this process may run until the lease is given back by disposing it.</summary>
public interface IShardLease : IAsyncDisposable
{
    /// <summary>0-based.</summary>
    int Shard { get; }

    /// <summary>Cancelled when the shard is to be given up: finish, store how far it is, dispose.</summary>
    CancellationToken Ended { get; }

    /// <summary>True where it ended without being given back: another process may run the shard already.</summary>
    bool IsLost { get; }
}
