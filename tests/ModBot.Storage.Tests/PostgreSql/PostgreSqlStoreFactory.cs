using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.PostgreSql;

/// <summary>Stores on one PostgreSQL database of their own.</summary>
public sealed class PostgreSqlStoreFactory(PostgreSqlFixture server) : StoreFactory
{
    private string? connectionString;

    /// <summary>Made when first asked for.</summary>
    public string ConnectionString => connectionString ??= Task.Run(server.Cluster.CreateDatabaseAsync).GetAwaiter().GetResult();

    // The database stays: the whole server goes at the end.
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override StorageOptions Options => new() { Provider = StorageProvider.PostgreSql, ConnectionString = ConnectionString };
}
