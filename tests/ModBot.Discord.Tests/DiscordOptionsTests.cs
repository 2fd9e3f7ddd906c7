using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ModBot.Core.Ports;
using ModBot.Discord.Gateway;

namespace ModBot.Discord.Tests;

public sealed class DiscordOptionsTests
{
    private static readonly DiscordOptions Good = new() { Token = "a.b.c" };

    [Theory]
    [InlineData("https://discord.com/api/v10")]
    [InlineData("https://discord.com/api/v10/")]
    [InlineData("http://127.0.0.1:8080/api/v10")]
    [InlineData("http://localhost:8080/api/v10/")]
    [InlineData("http://[::1]:8080/api/v10")]
    [InlineData(" https://proxy.example/api/v10 ")]
    public void Addresses_that_can_be_used_have_no_faults(string url)
    {
        DiscordOptions options = Good with { RestUrl = url };
        Assert.Empty(options.Faults());
        Assert.EndsWith("/api/v10/gateway/bot", new Uri(options.RestBase, "gateway/bot").AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("discord.com/api/v10")]
    [InlineData("ftp://discord.com/api/v10")]
    [InlineData("http://discord.com/api/v10")]
    [InlineData("http://10.0.0.1/api/v10")]
    [InlineData("https://discord.com")]
    [InlineData("https://discord.com/api")]
    [InlineData("https://discord.com/api/v9")]
    [InlineData("https://discord.com/api/v10?x=1")]
    [InlineData("https://user@discord.com/api/v10")]
    public void Other_addresses_are_one_fault_that_names_the_key(string url)
    {
        string fault = Assert.Single((Good with { RestUrl = url }).Faults());
        Assert.StartsWith("Discord:RestUrl", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddDiscordClient(new DiscordOptions { RestUrl = "http://example.org", Shards = "0", Intents = GatewayIntents.None, StartAttempts = 0, GuildQueue = 1, ConnectTimeout = TimeSpan.Zero });
        using ServiceProvider provider = services.BuildServiceProvider();
        OptionsValidationException exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IPlatformConnection>());
        Assert.Equal(8, exception.Failures.Count());
    }

    [Fact]
    public void The_token_is_not_shown()
    {
        DiscordOptions options = Good with { Token = "very.secret.token" };
        Assert.DoesNotContain("secret", options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", string.Join('\n', (options with { Token = "very secret token" }).Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bot a.b.c", "a.b.c")]
    [InlineData("  a.b.c\n", "a.b.c")]
    [InlineData("bot   a.b.c", "a.b.c")]
    [InlineData("Bota.b.c", "Bota.b.c")]
    public void What_people_copy_along_with_the_token_is_dropped(string given, string token) =>
        Assert.Equal(token, new DiscordOptions { Token = given }.BareToken);

    [Theory]
    [InlineData("auto", 0, 0, 0)]
    [InlineData(" AUTO ", 0, 0, 0)]
    [InlineData("1", 0, 0, 1)]
    [InlineData("16", 0, 15, 16)]
    [InlineData("0-3/16", 0, 3, 16)]
    [InlineData("5/16", 5, 5, 16)]
    public void Shard_plans_are_read(string text, int first, int last, int total) =>
        Assert.Equal(new ShardPlan(first, last, total), ShardPlan.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("16385")]
    [InlineData("3-2/16")]
    [InlineData("0-16/16")]
    [InlineData("a/b")]
    [InlineData("1/")]
    [InlineData("99999999999")]
    public void Other_shard_plans_are_not(string text) => Assert.Null(ShardPlan.Parse(text));
}
