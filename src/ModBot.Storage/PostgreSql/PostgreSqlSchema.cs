using Dapper;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>Brings a database's schema up to date, or says why it cannot.</summary>
internal sealed class PostgreSqlSchema(IReadOnlyList<MigrationScript> scripts, TimeProvider time)
{
    /// <summary>What the version table is marked with.</summary>
    private const string Mark = "ModBot's schema";

    /// <summary>
    /// Runs the scripts that are missing, once, however many processes do so at the same time. Each runs in a transaction of its
    /// own, so that others read on; one that has to wait 5 s for a table gives up with a busy fault instead of holding up
    /// whoever comes after it.
    /// </summary>
    /// <exception cref="StorageException">The schema is another program's, of a newer ModBot, or cannot be used.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached or refuses.</exception>
    public async Task UpdateAsync(NpgsqlConnection connection, string location, CancellationToken cancellationToken)
    {
        await CheckServerAsync(connection, location, cancellationToken);
        if (await ReadVersionAsync(connection, location, cancellationToken) == scripts.Count)
            return;
        await connection.ExecuteAsync(Command("SELECT pg_advisory_lock(@Migration)", new { AdvisoryLock.Migration }, cancellationToken, TimeSpan.FromMinutes(10)));
        try
        {
            int version = await ReadVersionAsync(connection, location, cancellationToken);
            foreach (MigrationScript script in scripts.Skip(version))
                await RunAsync(connection, script, cancellationToken);
        }
        finally
        {
            if (connection.FullState == System.Data.ConnectionState.Open)
                await connection.ExecuteAsync(Command("SELECT pg_advisory_unlock(@Migration)", new { AdvisoryLock.Migration }, CancellationToken.None));
        }
    }

    private async Task RunAsync(NpgsqlConnection connection, MigrationScript script, CancellationToken cancellationToken)
    {
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(Command(
            $"""
            SET LOCAL lock_timeout = '5s';
            CREATE TABLE IF NOT EXISTS schema_version (version bigint PRIMARY KEY, name text NOT NULL, applied_at bigint NOT NULL);
            COMMENT ON TABLE schema_version IS '{Mark.Replace("'", "''", StringComparison.Ordinal)}';
            """,
            null,
            cancellationToken));
        await connection.ExecuteAsync(Command(script.Sql, null, cancellationToken, TimeSpan.FromMinutes(10)));
        await connection.ExecuteAsync(Command(
            "INSERT INTO schema_version (version, name, applied_at) VALUES (@Version, @Name, @At)",
            new { script.Version, script.Name, At = StoredValue.Of(time.GetUtcNow()) },
            cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task CheckServerAsync(NpgsqlConnection connection, string location, CancellationToken cancellationToken)
    {
        if (connection.PostgreSqlVersion.Major < 13)
            throw new StorageException(StorageFault.CannotOpen, $"The server at {location} is PostgreSQL {connection.PostgreSqlVersion.Major}; ModBot needs 13 or newer.");
        (string? schema, string encoding) = await connection.QuerySingleAsync<(string?, string)>(
            Command("SELECT current_schema()::text, current_setting('server_encoding')", null, cancellationToken));
        if (schema is null)
            throw new StorageException(StorageFault.CannotOpen, $"The database at {location} has no schema to work in. Create the one that the search path names.");
        if (!string.Equals(encoding, "UTF8", StringComparison.Ordinal))
            throw new StorageException(StorageFault.CannotOpen, $"The database at {location} is encoded in {encoding}; it must be UTF8 (createdb --encoding UTF8 --template template0).");
    }

    private async Task<int> ReadVersionAsync(NpgsqlConnection connection, string location, CancellationToken cancellationToken)
    {
        (string Name, string? Comment)[] tables =
        [
            .. await connection.QueryAsync<(string, string?)>(Command(
                """
                SELECT c.relname::text, obj_description(c.oid, 'pg_class') FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                """,
                null,
                cancellationToken)),
        ];
        if (tables.Length == 0)
            return 0;
        if (!tables.Contains(("schema_version", Mark)))
            throw new StorageException(StorageFault.ForeignDatabase, $"The database at {location} has tables of another program. Give ModBot a database of its own.");
        int version = await connection.ExecuteScalarAsync<int>(Command("SELECT coalesce(max(version), 0)::int FROM schema_version", null, cancellationToken));
        return version <= scripts.Count
            ? version
            : throw new StorageException(
                StorageFault.NewerSchema,
                $"The database at {location} was written by a newer ModBot (schema {version}; this one knows {scripts.Count}). Run that ModBot, or restore a backup made before it.");
    }

    private static CommandDefinition Command(string sql, object? parameters, CancellationToken cancellationToken, TimeSpan? timeout = null) =>
        new(sql, parameters, commandTimeout: (int?)timeout?.TotalSeconds, cancellationToken: cancellationToken);
}
