using System.Net.Sockets;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>Says in our words what PostgreSQL and its driver report.</summary>
internal static class PostgreSqlFaults
{
    /// <summary>The exception for callers; its message names the server and what to do. It never holds a password.</summary>
    public static StorageException Describe(NpgsqlException exception, string location)
    {
        StorageFault fault = FaultOf(exception);
        string said = exception is PostgresException postgres ? $"{postgres.SqlState}: {postgres.MessageText}" : (exception.InnerException ?? exception).Message;
        return new StorageException(fault, $"{Sentence(fault, exception.SqlState, location)} ({said})", exception);
    }

    /// <summary>True where another transaction was in the way, and the same work done again may succeed.</summary>
    public static bool IsConflict(NpgsqlException exception) =>
        exception.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;

    private static StorageFault FaultOf(NpgsqlException exception) => exception.SqlState switch
    {
        null => exception.InnerException is SocketException or IOException or TimeoutException ? StorageFault.Unreachable : StorageFault.Other,
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.QueryCanceled => StorageFault.Busy,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => StorageFault.Unreachable,
        PostgresErrorCodes.DiskFull => StorageFault.Full,
        PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege => StorageFault.ReadOnly,
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => StorageFault.CannotOpen,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StorageFault.Corrupt,
        PostgresErrorCodes.IoError => StorageFault.InputOutput,
        _ when exception.SqlState.StartsWith("22", StringComparison.Ordinal) || exception.SqlState.StartsWith("23", StringComparison.Ordinal)
            || exception.SqlState.StartsWith("54", StringComparison.Ordinal) => StorageFault.Rejected,
        _ when exception.SqlState.StartsWith("08", StringComparison.Ordinal) => StorageFault.Unreachable,
        _ => StorageFault.Other,
    };

    private static string Sentence(StorageFault fault, string? state, string location) => fault switch
    {
        StorageFault.Rejected => $"The database at {location} refused a write; nothing of it was stored.",
        StorageFault.CannotOpen when state == PostgresErrorCodes.InvalidCatalogName => $"There is no such database at {location}. Create it (createdb), or correct Storage:ConnectionString.",
        StorageFault.CannotOpen => $"The server at {location} refuses the sign-in. Correct the user name or password in Storage:ConnectionString.",
        StorageFault.ReadOnly => $"The database at {location} cannot be written by this user. Grant it the right to, or connect to the primary server.",
        StorageFault.Corrupt => $"The database at {location} is damaged. Stop ModBot and restore a backup.",
        StorageFault.Full => $"The server at {location} has no room left; nothing was stored. Free some disk space: work goes on by itself.",
        StorageFault.InputOutput => $"The disk under the database at {location} fails to read or write; nothing was stored.",
        StorageFault.Busy => $"The database at {location} is too busy; nothing was stored.",
        StorageFault.Unreachable => $"The database server at {location} cannot be reached. Start it, or correct Storage:ConnectionString.",
        _ => $"The database at {location} reported an error.",
    };
}
