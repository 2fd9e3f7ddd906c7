using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.Sqlite;

/// <summary>Stores on one SQLite file in a folder of its own.</summary>
public sealed class SqliteStoreFactory : StoreFactory
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modbot-storage-");

    public string FilePath => Path.Combine(folder.FullName, "sub", "modbot.db");

    protected override StorageOptions Options => new() { DatabasePath = FilePath };

    public override ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
