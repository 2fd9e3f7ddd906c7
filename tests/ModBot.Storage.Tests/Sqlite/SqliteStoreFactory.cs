using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Ports;
using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.Sqlite;

/// <summary>Stores on one SQLite file in a folder of its own.</summary>
public sealed class SqliteStoreFactory : StoreFactory
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modbot-storage-");

    public string FilePath => Path.Combine(folder.FullName, "sub", "modbot.db");

    public override OpenStore Create(int recentPerGuild = 100_000) => Create(FilePath, recentPerGuild);

    public OpenStore Create(string path, int recentPerGuild = 100_000) => new(new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton<IEvidenceProtector>(Protector)
        .AddSingleton<IRuleSetCodec, RuleNamesCodec>()
        .AddModBotStorage(new StorageOptions { DatabasePath = path, RecentPerGuild = recentPerGuild })
        .BuildServiceProvider());

    public override ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
