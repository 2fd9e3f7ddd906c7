using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace ModBot.Storage.Sqlite;

/// <summary>Says in our words what SQLite reports.</summary>
internal static class SqliteFaults
{
    /// <summary>The exception for callers; its message names the file and what to do.</summary>
    public static StorageException Describe(SqliteException exception, string path)
    {
        StorageFault fault = FaultOf(exception.SqliteErrorCode);
        return new StorageException(fault, $"{Sentence(fault, path)} (SQLite {exception.SqliteExtendedErrorCode}: {exception.Message})", exception);
    }

    private static StorageFault FaultOf(int code) => code switch
    {
        SQLITE_CONSTRAINT or SQLITE_TOOBIG or SQLITE_MISMATCH or SQLITE_RANGE => StorageFault.Rejected,
        SQLITE_CANTOPEN or SQLITE_PERM or SQLITE_AUTH => StorageFault.CannotOpen,
        SQLITE_READONLY => StorageFault.ReadOnly,
        SQLITE_NOTADB or SQLITE_FORMAT => StorageFault.NotADatabase,
        SQLITE_CORRUPT => StorageFault.Corrupt,
        SQLITE_FULL => StorageFault.Full,
        SQLITE_IOERR or SQLITE_NOLFS => StorageFault.InputOutput,
        SQLITE_BUSY or SQLITE_LOCKED or SQLITE_PROTOCOL => StorageFault.Busy,
        _ => StorageFault.Other,
    };

    private static string Sentence(StorageFault fault, string path) => fault switch
    {
        StorageFault.Rejected => $"The database '{path}' refused a write; nothing of it was stored.",
        StorageFault.CannotOpen => $"The database '{path}' cannot be opened or created. Check that the folder exists and that this user may write to it.",
        StorageFault.ReadOnly => $"The database '{path}' cannot be written. Give this user the right to write to the file and its folder, or set another path.",
        StorageFault.NotADatabase => $"'{path}' is not an SQLite database. Move it away or set another path.",
        StorageFault.Corrupt => $"The database '{path}' is damaged. Stop ModBot and restore a backup.",
        StorageFault.Full => $"There is no room left for the database '{path}'; nothing was stored. Free some disk space: work goes on by itself.",
        StorageFault.InputOutput => $"The disk under the database '{path}' fails to read or write; nothing was stored.",
        StorageFault.Busy => $"Another process keeps the database '{path}' locked; nothing was stored.",
        _ => $"The database '{path}' reported an error; nothing was stored.",
    };
}
