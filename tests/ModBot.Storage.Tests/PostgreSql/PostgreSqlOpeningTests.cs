using Dapper;
using ModBot.Storage.Tests.Contract;
using Npgsql;

namespace ModBot.Storage.Tests.PostgreSql;

/// <summary>A server or database that cannot be used gives one clear error, without the password.</summary>
[RequiresPostgreSql, Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlOpeningTests(PostgreSqlFixture server) : StoreContract(new PostgreSqlStoreFactory(server))
{
    private string ConnectionString => ((PostgreSqlStoreFactory)Factory).ConnectionString;

    [StoreFact]
    public Task A_database_that_is_not_there_is_named() =>
        AssertFaultAsync(server.Cluster.ConnectionString("nowhere"), StorageFault.CannotOpen, "There is no such database at");

    [StoreFact]
    public Task A_server_that_does_not_answer_is_named() =>
        AssertFaultAsync("Host=127.0.0.1;Port=1;Database=modbot;Username=modbot;Password=hunter2", StorageFault.Unreachable, "127.0.0.1:1/modbot cannot be reached");

    [StoreFact]
    public Task A_user_that_the_server_does_not_know_is_refused() =>
        AssertFaultAsync(ConnectionString + ";Username=stranger;Password=hunter2", StorageFault.CannotOpen, "refuses the sign-in");

    [StoreFact]
    public async Task Another_programs_database_is_left_alone()
    {
        await ExecuteAsync("CREATE TABLE songs (name text)");
        await AssertFaultAsync(ConnectionString, StorageFault.ForeignDatabase, "of another program");
        Assert.Equal(["songs"], await TablesAsync());
    }

    [StoreFact]
    public async Task Another_programs_version_table_is_not_ours()
    {
        await ExecuteAsync("CREATE TABLE schema_version (version int)");
        await AssertFaultAsync(ConnectionString, StorageFault.ForeignDatabase, "of another program");
    }

    [StoreFact]
    public async Task A_newer_ModBots_database_is_refused_with_both_numbers()
    {
        await Store.Storage.OpenAsync(default);
        await ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) VALUES (1000, '1000_future', 0)");
        await AssertFaultAsync(ConnectionString, StorageFault.NewerSchema, $"(schema 1000; this one knows {MigrationScript.Of("PostgreSql").Count})");
    }

    [StoreFact]
    public async Task A_schema_of_its_own_is_enough()
    {
        await ExecuteAsync("CREATE TABLE songs (name text); CREATE SCHEMA modbot");
        await using OpenStore store = Factory.Open(Options(ConnectionString + ";Search Path=modbot"));
        Assert.True((await store.Log.RecordAsync(Sample.Deleted(1), default)).IsNew);
        Assert.Equal(["songs"], await TablesAsync());
    }

    [StoreFact]
    public async Task Migrations_are_noted_once_and_readers_go_on_meanwhile()
    {
        await Store.Storage.OpenAsync(default);
        await using (var reader = new NpgsqlConnection(ConnectionString))
        {
            await reader.OpenAsync();
            await using NpgsqlTransaction reading = await reader.BeginTransactionAsync();
            await reader.ExecuteScalarAsync<long>("SELECT count(*) FROM cases");
            await using OpenStore second = Factory.Create();
            await second.Storage.OpenAsync(default);
        }

        await using var connection = new NpgsqlConnection(ConnectionString);
        Assert.Equal(MigrationScript.Of("PostgreSql").Select(script => script.Name), await connection.QueryAsync<string>("SELECT name FROM schema_version ORDER BY version"));
    }

    [StoreFact]
    public async Task The_tables_are_those_of_SQLite()
    {
        await Store.Storage.OpenAsync(default);
        await using var connection = new NpgsqlConnection(ConnectionString);
        IEnumerable<string> columns = await connection.QueryAsync<string>(
            """
            SELECT table_name || '.' || column_name || ' ' || CASE data_type WHEN 'bigint' THEN 'INTEGER' WHEN 'text' THEN 'TEXT' WHEN 'bytea' THEN 'BLOB' WHEN 'double precision' THEN 'REAL' ELSE data_type END
            FROM information_schema.columns WHERE table_schema = 'public'
            """);
        string[] sqlite = await SqliteColumnsAsync();
        // SQLite's counters are gathered first; PostgreSQL counts at once.
        Assert.Equal(sqlite.Where(column => !column.StartsWith("pending_counts.", StringComparison.Ordinal)).Order(), columns.Order());
    }

    private static StorageOptions Options(string connectionString) => new() { Provider = StorageProvider.PostgreSql, ConnectionString = connectionString };

    private static async Task<string[]> SqliteColumnsAsync()
    {
        await using var sqlite = new Sqlite.SqliteStoreFactory();
        await using OpenStore store = sqlite.Create();
        return await store.Get<Storage.Sqlite.SqliteDatabase>().ReadAsync<string[]>(
            session =>
            [
                .. session.Connection.Query<string>(
                    "SELECT t.name || '.' || c.name || ' ' || c.type FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"),
            ],
            default);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.ExecuteAsync(sql);
    }

    private async Task<IEnumerable<string>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        return await connection.QueryAsync<string>("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'");
    }

    private async Task AssertFaultAsync(string connectionString, StorageFault fault, string says)
    {
        await using OpenStore store = Factory.Open(Options(connectionString));
        StorageException exception = await Assert.ThrowsAsync<StorageException>(() => store.Storage.OpenAsync(default));
        Assert.Equal(fault, exception.Fault);
        Assert.Contains(says, exception.Message);
        Assert.DoesNotContain("hunter2", exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
