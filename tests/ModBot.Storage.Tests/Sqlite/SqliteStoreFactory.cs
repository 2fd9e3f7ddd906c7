using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Ports;
using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.Sqlite;

/// <summary>Stores on one SQLite file in a folder of its own.</summary>
public sealed class SqliteStoreFactory : StoreFactory
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modbot-storage-");

    public string FilePath => Path.Combine(folder.FullName, "sub", "modbot.db");

    public override OpenStore Create(int recentPerGuild = 100_000) => new(new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton<IEvidenceProtector>(Protector)
        .AddModBotStorage(new StorageOptions { DatabasePath = FilePath, RecentPerGuild = recentPerGuild })
        .BuildServiceProvider());

    public override ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
