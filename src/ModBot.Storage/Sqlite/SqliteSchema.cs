using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ModBot.Storage.Sqlite;

/// <summary>Brings a database's schema up to date, or says why it cannot.</summary>
internal sealed class SqliteSchema(IReadOnlyList<MigrationScript> scripts, TimeProvider time)
{
    /// <summary>"ModB", as the first script sets it.</summary>
    private const long ApplicationId = 1_299_145_794;

    /// <summary>Runs the scripts that are missing, once, however many processes do so at the same time.</summary>
    /// <exception cref="StorageException">The database is another program's, of a newer ModBot, or cannot be written.</exception>
    /// <exception cref="SqliteException">The file is not a database, is damaged, or the disk fails.</exception>
    public void Update(SqliteConnection connection, string path)
    {
        int version = ReadVersion(connection, path);
        if (raw.sqlite3_db_readonly(connection.Handle!, "main") == 1)
            throw new StorageException(StorageFault.ReadOnly, $"The database '{path}' cannot be written. Give this user the right to write to the file and its folder, or set another path.");
        connection.Execute("PRAGMA journal_mode = WAL;");
        if (version == scripts.Count)
            return;

        // Taking the write lock first makes a second process wait here until the first is done; it then finds nothing to do.
        connection.Execute("BEGIN IMMEDIATE;");
        try
        {
            version = ReadVersion(connection, path);
            connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;");
            foreach (MigrationScript script in scripts.Skip(version))
            {
                connection.Execute(script.Sql);
                connection.Execute(
                    "INSERT INTO schema_version (version, name, applied_at) VALUES (@Version, @Name, @At);",
                    new { script.Version, script.Name, At = StoredValue.Of(time.GetUtcNow()) });
            }

            connection.Execute("COMMIT;");
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
                connection.Execute("ROLLBACK;");
            throw;
        }
    }

    private int ReadVersion(SqliteConnection connection, string path)
    {
        var tables = connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table';").ToHashSet();
        if (tables.Count == 0)
            return 0;
        if (!tables.Contains("schema_version") || connection.ExecuteScalar<long>("PRAGMA application_id;") != ApplicationId)
            throw new StorageException(StorageFault.ForeignDatabase, $"'{path}' is the database of another program. Set another path.");
        int version = connection.ExecuteScalar<int>("SELECT coalesce(max(version), 0) FROM schema_version;");
        return version <= scripts.Count
            ? version
            : throw new StorageException(
                StorageFault.NewerSchema,
                $"The database '{path}' was written by a newer ModBot (schema {version}; this one knows {scripts.Count}). Run that ModBot, or restore a backup made before it.");
    }
}
