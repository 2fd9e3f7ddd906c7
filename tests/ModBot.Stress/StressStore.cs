using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using ModBot.Configuration;
using ModBot.Hosting;
using ModBot.PostgreSql;
using Npgsql;

namespace ModBot.Stress;

/// <summary>A store for one run: a folder, and on PostgreSQL a server of the run's own. All of it goes at the end.</summary>
internal sealed class StressStore : IAsyncDisposable
{
    private readonly string folder;
    private readonly PostgreSqlCluster? cluster;
    private readonly string? connectionString;

    private StressStore(string folder, PostgreSqlCluster? cluster, string? connectionString)
    {
        this.folder = folder;
        this.cluster = cluster;
        this.connectionString = connectionString;
    }

    public string Name => cluster is null ? "SQLite" : "PostgreSQL";

    /// <summary>What tells a ModBot process, by its environment, to use this store.</summary>
    public IReadOnlyDictionary<string, string> Settings => cluster is null
        ? new Dictionary<string, string> { ["Storage__Directory"] = folder, ["Storage__Provider"] = "SQLite" }
        : new Dictionary<string, string> { ["Storage__Directory"] = folder, ["Storage__Provider"] = "PostgreSQL", ["Storage__ConnectionString"] = connectionString! };

    /// <param name="engine"><c>sqlite</c> or <c>postgres</c>.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed.</exception>
    public static async Task<StressStore> CreateAsync(string engine)
    {
        string folder = Directory.CreateTempSubdirectory("modbot-stress-").FullName;
        if (engine == "sqlite")
            return new StressStore(folder, null, null);
        PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync(durable: true);
        return new StressStore(folder, cluster, await cluster.CreateDatabaseAsync());
    }

    /// <summary>The store as a ModBot process sees it, without the bot.</summary>
    public IHost Open()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(Settings.Select(setting => new KeyValuePair<string, string?>(setting.Key.Replace("__", ":", StringComparison.Ordinal), setting.Value)))
            .Build();
        return ModBotHost.BuildStore(configuration, ModBotPaths.From(configuration));
    }

    /// <summary>An open connection of one's own, past ModBot's code.</summary>
    public async Task<DbConnection> ConnectAsync()
    {
        DbConnection connection = cluster is null
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "modbot.db"), Pooling = false }.ConnectionString)
            : new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
