namespace ModBot.Storage;

/// <summary>The database behind Core's storage ports.</summary>
public interface IStorage
{
    /// <summary>Where the database is, for people.</summary>
    string Location { get; }

    /// <summary>
    /// Opens the database and brings its schema up to date; does nothing when it is open. The ports do it on first use; the
    /// host does it at start so that a fault shows there. Any number of processes may open one database at the same time.
    /// </summary>
    /// <exception cref="StorageException">It cannot be opened; the message says why and what to do.</exception>
    Task OpenAsync(CancellationToken cancellationToken);
}
