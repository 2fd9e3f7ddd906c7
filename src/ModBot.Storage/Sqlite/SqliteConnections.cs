using Dapper;
using Microsoft.Data.Sqlite;

namespace ModBot.Storage.Sqlite;

/// <summary>Opens connections the way this store needs them.</summary>
internal sealed class SqliteConnections(string path)
{
    private const int BusyMilliseconds = 5_000;

    private readonly string connectionString = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        DefaultTimeout = BusyMilliseconds / 1_000,
        Pooling = false,
    }.ConnectionString;

    public string Path => path;

    /// <summary>Dapper writes out a list where the driver has no arrays.</summary>
    public static string Among(string parameter) => $"IN @{parameter}";

    /// <summary>A connection with nothing set but how long it waits for a lock.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection OpenPlain() => Open($"PRAGMA busy_timeout = {BusyMilliseconds};");

    /// <summary>
    /// The one connection that writes. In WAL mode with <c>synchronous = FULL</c> a commit returns after the log is on the disk,
    /// so what is stored survives a loss of power too, not only of the process; groups share that one sync. NORMAL would spare
    /// it and could lose the newest commits at a power cut, and a message deleted for a forgotten case is what the log is
    /// there to prevent. <c>secure_delete</c> overwrites evidence that has expired.
    /// </summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection OpenWriter() => Open(
        $"""
        PRAGMA busy_timeout = {BusyMilliseconds};
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA journal_size_limit = 67108864;
        """);

    /// <summary>A connection that reads; the log lets it read while the writer writes.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public SqliteConnection OpenReader() => Open(
        $"""
        PRAGMA busy_timeout = {BusyMilliseconds};
        PRAGMA query_only = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -8192;
        """);

    private SqliteConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute(pragmas);
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }
}
