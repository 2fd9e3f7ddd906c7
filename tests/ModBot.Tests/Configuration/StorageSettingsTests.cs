using System.Text;
using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Storage;

namespace ModBot.Tests.Configuration;

public sealed class StorageSettingsTests
{
    private const string Address = "Host=localhost;Database=modbot;Username=modbot;Password=hunter2";
    private static readonly ModBotPaths Paths = new(AppContext.BaseDirectory, AppContext.BaseDirectory);

    [Theory]
    [InlineData(null, StorageProvider.Sqlite)]
    [InlineData("", StorageProvider.Sqlite)]
    [InlineData("SQLite", StorageProvider.Sqlite)]
    [InlineData("PostgreSQL", StorageProvider.PostgreSql)]
    [InlineData(" postgresql ", StorageProvider.PostgreSql)]
    public void The_provider_is_read_by_its_name(string? name, StorageProvider provider) =>
        Assert.Equal(provider, StorageSettings.From(Settings(name, Address), Paths).Provider);

    [Theory]
    [InlineData("Postgres", Address, "it must be SQLite or PostgreSQL")]
    [InlineData("1", Address, "it must be SQLite or PostgreSQL")]
    [InlineData("PostgreSQL", null, "Storage:ConnectionString is missing")]
    [InlineData("PostgreSQL", "Password=hunter2", "Storage:ConnectionString lacks Host and Database")]
    public void A_wrong_setting_gives_one_line(string name, string? connectionString, string says)
    {
        UsageException fault = Assert.Throws<UsageException>(() => StorageSettings.From(Settings(name, connectionString), Paths));
        Assert.Contains(says, fault.Message);
        Assert.DoesNotContain("hunter2", fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void A_connection_string_in_appsettings_is_refused()
    {
        using DirectoryFile file = new("appsettings.json", $$"""{ "Storage": { "ConnectionString": "{{Address}}" } }""");
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddJsonFile(file.Path)
            .AddInMemoryCollection([new("Storage:Provider", "PostgreSQL")])
            .Build();
        UsageException fault = Assert.Throws<UsageException>(() => StorageSettings.From(configuration, Paths));
        Assert.Contains("Storage__ConnectionString", fault.Message);
        Assert.DoesNotContain("hunter2", fault.Message);
    }

    [Fact]
    public void A_user_secret_serves()
    {
        using DirectoryFile file = new("secrets.json", $$"""{ "Storage": { "ConnectionString": "{{Address}}" } }""");
        IConfigurationRoot configuration = new ConfigurationBuilder().AddJsonFile(file.Path).AddInMemoryCollection([new("Storage:Provider", "PostgreSQL")]).Build();
        Assert.Equal(Address, StorageSettings.From(configuration, Paths).ConnectionString);
    }

    private static IConfigurationRoot Settings(string? provider, string? connectionString) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Storage:Provider", provider), new("Storage:ConnectionString", connectionString)])
        .Build();

    private sealed class DirectoryFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("modbot-settings-");

        public DirectoryFile(string name, string text)
        {
            Path = System.IO.Path.Combine(folder.FullName, name);
            File.WriteAllText(Path, text, Encoding.UTF8);
        }

        public string Path { get; }

        public void Dispose() => folder.Delete(recursive: true);
    }
}
