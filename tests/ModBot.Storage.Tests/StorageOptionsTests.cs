using Microsoft.Extensions.DependencyInjection;

namespace ModBot.Storage.Tests;

public sealed class StorageOptionsTests
{
    private static readonly StorageOptions Good = new() { DatabasePath = Path.Combine(AppContext.BaseDirectory, "modbot.db") };

    [Fact]
    public void The_defaults_can_be_used() => Assert.Empty(Good.Validate());

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var bad = new StorageOptions { DatabasePath = "modbot.db", RecentPerGuild = 99, EvidenceRetention = TimeSpan.Zero, Readers = 65 };
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddModBotStorage(bad));
        Assert.Equal(4, bad.Validate().Count);
        Assert.All(bad.Validate(), fault => Assert.Contains(fault, exception.Message));
    }

    [Theory]
    [InlineData(null, "Storage__ConnectionString")]
    [InlineData(" ", "Storage__ConnectionString")]
    [InlineData("postgres://modbot:hunter2@localhost/modbot", "not as an address")]
    [InlineData("Host=localhost;Password=hunter2", "lacks Database")]
    [InlineData("Password=hunter2", "lacks Host and Database")]
    [InlineData("Host=localhost;Database=modbot;Pasword=hunter2", "pasword")]
    [InlineData("Host=localhost;Port=hunter2;Database=modbot", "cannot be read")]
    [InlineData("Host=one,two;Database=modbot;Password=hunter2", "one host")]
    [InlineData("nonsense", "cannot be read")]
    public void A_wrong_connection_string_gives_one_line_without_the_password(string? text, string says)
    {
        string fault = Assert.Single(new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = text }.Validate());
        Assert.Contains(says, fault, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hunter2", fault);
        Assert.DoesNotContain('\n', fault);
    }

    [Fact]
    public void The_options_show_no_secret() =>
        Assert.DoesNotContain("hunter2", new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = "Host=localhost;Database=modbot;Password=hunter2" }.ToString());

    [Theory]
    [InlineData(":memory:")]
    [InlineData("")]
    [InlineData("file:modbot.db")]
    [InlineData("data/modbot.db")]
    public void A_path_that_depends_on_the_working_directory_is_refused(string path) =>
        Assert.Contains("absolute", Assert.Single((Good with { DatabasePath = path }).Validate()));
}
