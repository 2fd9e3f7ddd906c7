using Dapper;
using Microsoft.Data.Sqlite;
using ModBot.Storage.Sqlite;
using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.Sqlite;

/// <summary>A file that cannot be used gives one clear error.</summary>
public sealed class SqliteOpeningTests() : StoreContract(new SqliteStoreFactory())
{
    private string FilePath => ((SqliteStoreFactory)Factory).FilePath;

    [Fact]
    public async Task A_text_file_is_not_a_database()
    {
        await WriteFileAsync(string.Concat(Enumerable.Repeat("not a database at all\n", 100)));
        await AssertFaultAsync(StorageFault.NotADatabase, "is not an SQLite database");
    }

    [Fact]
    public async Task A_damaged_database_is_named_so()
    {
        await CreateAsync();
        await using (FileStream file = File.OpenWrite(FilePath))
        {
            // The header's 100 bytes stay; the page that lists the tables does not.
            file.Position = 100;
            await file.WriteAsync(Enumerable.Repeat((byte)0xEE, 3_900).ToArray());
        }

        await AssertFaultAsync(StorageFault.Corrupt, "is damaged");
    }

    [Fact]
    public async Task Another_programs_database_is_left_alone()
    {
        await ExecuteAsync("CREATE TABLE songs (name TEXT); INSERT INTO songs VALUES ('one');");
        byte[] before = await File.ReadAllBytesAsync(FilePath);
        await AssertFaultAsync(StorageFault.ForeignDatabase, "of another program");
        Assert.Equal(before, await File.ReadAllBytesAsync(FilePath));
    }

    [Fact]
    public async Task A_newer_ModBots_database_is_refused_with_both_numbers()
    {
        await CreateAsync();
        await ExecuteAsync("INSERT INTO schema_version (version, name, applied_at) VALUES (1000, '1000_future', 0);");
        await AssertFaultAsync(StorageFault.NewerSchema, $"(schema 1000; this one knows {MigrationScript.Of("Sqlite").Count})");
    }

    [Fact]
    public async Task A_folder_in_the_files_place_cannot_be_opened()
    {
        Directory.CreateDirectory(FilePath);
        await AssertFaultAsync(StorageFault.CannotOpen, "cannot be opened or created");
    }

    [Fact]
    public async Task A_file_in_the_folders_place_cannot_be_opened()
    {
        await File.WriteAllTextAsync(Path.GetDirectoryName(FilePath)!, "a file");
        await AssertFaultAsync(StorageFault.CannotOpen, "folder");
    }

    [Fact]
    public async Task A_store_that_failed_to_open_opens_once_the_cause_is_gone()
    {
        await WriteFileAsync(new string('x', 2_000));
        await using OpenStore store = Factory.Create();
        await Assert.ThrowsAsync<StorageException>(() => store.Log.RecordAsync(Sample.Logged(1), default));
        File.Delete(FilePath);
        Assert.True((await store.Log.RecordAsync(Sample.Logged(1), default)).IsNew);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_database()
    {
        await WriteFileAsync("");
        await CreateAsync();
    }

    [Fact]
    public async Task Migrations_are_noted_once()
    {
        await CreateAsync();
        await CreateAsync();
        using SqliteConnection connection = new SqliteConnections(FilePath).OpenPlain();
        Assert.Equal(
            MigrationScript.Of("Sqlite").Select(script => script.Name),
            await connection.QueryAsync<string>("SELECT name FROM schema_version ORDER BY version"));
        Assert.Equal("wal", await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode;"));
        Assert.Equal("ok", await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check;"));
    }

    private async Task CreateAsync()
    {
        await using OpenStore store = Factory.Create();
        await store.Storage.OpenAsync(default);
    }

    private async Task WriteFileAsync(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, text);
    }

    private async Task ExecuteAsync(string sql)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await using SqliteConnection connection = new SqliteConnections(FilePath).OpenPlain();
        await connection.ExecuteAsync(sql);
    }

    private async Task AssertFaultAsync(StorageFault fault, string says)
    {
        await using OpenStore store = Factory.Create();
        StorageException exception = await Assert.ThrowsAsync<StorageException>(() => store.Storage.OpenAsync(default));
        Assert.Equal(fault, exception.Fault);
        Assert.Contains(says, exception.Message);
        Assert.Contains(Path.GetDirectoryName(FilePath)!, exception.Message);
    }
}
