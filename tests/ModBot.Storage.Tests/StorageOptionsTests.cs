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
    [InlineData(":memory:")]
    [InlineData("")]
    [InlineData("file:modbot.db")]
    [InlineData("data/modbot.db")]
    public void A_path_that_depends_on_the_working_directory_is_refused(string path) =>
        Assert.Contains("absolute", Assert.Single((Good with { DatabasePath = path }).Validate()));
}
