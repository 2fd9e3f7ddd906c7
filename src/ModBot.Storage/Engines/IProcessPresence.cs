namespace ModBot.Storage.Engines;

/// <summary>Tells which of the processes that work on the database are alive, so that nobody waits for the leases of a dead one.</summary>
internal interface IProcessPresence
{
    /// <summary>Makes this process known to the others for as long as it lives; does nothing the second time.</summary>
    /// <returns>This process's number: random, above 0.</returns>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    ValueTask<long> JoinAsync(CancellationToken cancellationToken);

    /// <summary>The numbers of the living processes, this one's own included.</summary>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    ValueTask<IReadOnlyCollection<long>> LivingAsync(CancellationToken cancellationToken);
}
