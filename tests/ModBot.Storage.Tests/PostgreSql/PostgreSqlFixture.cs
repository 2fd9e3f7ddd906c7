using ModBot.PostgreSql;

namespace ModBot.Storage.Tests.PostgreSql;

/// <summary>One server for all tests that need PostgreSQL; none where it is not installed, and those tests are skipped.</summary>
public sealed class PostgreSqlFixture : IAsyncLifetime
{
    private PostgreSqlCluster? cluster;

    internal PostgreSqlCluster Cluster => cluster ?? throw new InvalidOperationException(PostgreSqlInstallation.Missing);

    public async Task InitializeAsync()
    {
        if (PostgreSqlInstallation.Missing is null)
            cluster = await PostgreSqlCluster.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
    }
}
