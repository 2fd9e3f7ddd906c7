using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;
using ModBot.Diagnosis;
using ModBot.Hosting;
using ModBot.Sandbox;
using ModBot.Sandbox.Gateway;

namespace ModBot.Tests.Diagnosis;

public sealed class DoctorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("modbot-doctor-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Without_a_token_nothing_is_asked_and_the_sandbox_named()
    {
        IReadOnlyList<Finding> findings = await ExamineAsync();
        Assert.DoesNotContain(findings, finding => finding.Level == FindingLevel.Fault);
        Assert.Contains("built-in", Of(findings, "client").Text, StringComparison.Ordinal);
        Assert.Contains("next start trains it", Of(findings, "model").Text, StringComparison.Ordinal);
        Assert.Contains("SQLite", Of(findings, "storage").Text, StringComparison.Ordinal);
        Assert.Contains("23 comments", Of(findings, "seeds").Text, StringComparison.Ordinal);
        Assert.Equal(FindingLevel.Warning, Of(findings, "token").Level);
        Assert.Contains("Discord__Token", Of(findings, "token").Advice, StringComparison.Ordinal);
        Assert.DoesNotContain(findings, finding => finding.Subject == "discord");
    }

    [Fact]
    public async Task A_bot_in_good_standing_has_no_fault_and_its_token_is_never_shown()
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), Shards = 2 });
        IReadOnlyList<Finding> findings = await ExamineAsync(On(server));
        Assert.All(findings, finding => Assert.Equal(FindingLevel.Ok, finding.Level));
        Assert.StartsWith("2 shards", Of(findings, "gateway").Text, StringComparison.Ordinal);
        Assert.Contains("agrees", Of(findings, "clock").Text, StringComparison.Ordinal);
        Assert.Contains("switched on", Of(findings, "intents").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.BotToken, Printed(findings, json: false) + Printed(findings, json: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_is_a_fault_that_says_where_to_get_one_and_does_not_show_it()
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0") });
        IReadOnlyList<Finding> findings = await ExamineAsync([("Discord:Token", "wrong.token.value"), ("Discord:RestUrl", server.RestUrl.ToString())]);
        Assert.Equal(FindingLevel.Fault, Of(findings, "discord").Level);
        Assert.Contains("Reset Token", Of(findings, "discord").Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong.token.value", Printed(findings, json: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intents_that_are_switched_off_are_named()
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), PrivilegedIntents = GatewayIntents.GuildMembers });
        Finding intents = Of(await ExamineAsync(On(server)), "intents");
        Assert.Equal(FindingLevel.Fault, intents.Level);
        Assert.Contains("MESSAGE CONTENT INTENT", intents.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MEMBERS", intents.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, FindingLevel.Ok)]
    [InlineData(-30, FindingLevel.Warning)]
    [InlineData(30, FindingLevel.Warning)]
    [InlineData(600, FindingLevel.Fault)]
    public async Task The_clock_is_compared_with_the_servers(int seconds, object level)
    {
        await using SandboxServer server = await SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0") });
        Finding clock = Of(await ExamineAsync(On(server), new ShiftedTime(TimeSpan.FromSeconds(seconds))), "clock");
        Assert.Equal(level, clock.Level);
    }

    [Theory]
    [InlineData("Discord:Client", "other", "client")]
    [InlineData("Spam:Trainer", "other", "model")]
    [InlineData("Defaults:Mode", "sometimes", "settings")]
    [InlineData("Discord:DeferAfter", "soon", "settings")]
    [InlineData("Seeds:Directory", "nowhere-at-all", "seeds")]
    [InlineData("Storage:Directory", "/dev/null/below", "folder")]
    [InlineData("Discord:RestUrl", "http://127.0.0.1:9/api/v10", "token")]
    public async Task A_wrong_setting_is_a_fault_of_its_own_line(string setting, string value, string subject)
    {
        IReadOnlyList<Finding> findings = await ExamineAsync([(setting, value)]);
        Assert.Equal(FindingLevel.Fault, Of(findings, subject).Level);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/api/v10", "cannot be reached")]
    [InlineData("http://example.com/api/v10", "https")]
    public async Task An_address_that_does_not_do_is_a_fault(string address, string says)
    {
        IReadOnlyList<Finding> findings = await ExamineAsync([("Discord:Token", "a.b.c"), ("Discord:RestUrl", address)]);
        Finding fault = Assert.Single(findings, finding => finding.Level == FindingLevel.Fault);
        Assert.Contains(says, fault.Text, StringComparison.Ordinal);
    }

    private static (string Key, string Value)[] On(SandboxServer server) => [("Discord:Token", server.BotToken), ("Discord:RestUrl", server.RestUrl.ToString())];

    private static Finding Of(IReadOnlyList<Finding> findings, string subject) => Assert.Single(findings, finding => finding.Subject == subject);

    private static string Printed(IReadOnlyList<Finding> findings, bool json)
    {
        using var output = new StringWriter();
        DoctorCommand.Write(output, findings, json);
        return output.ToString();
    }

    private Task<IReadOnlyList<Finding>> ExamineAsync((string Key, string Value)[]? settings = null, TimeProvider? time = null)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase) { ["Storage:Directory"] = folder, ["Seeds:Directory"] = Path.Combine(RepositoryRoot.Path, "seeds") };
        foreach ((string key, string value) in settings ?? [])
            all[key] = value;
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        return new Doctor(configuration, ModBotParts.BuiltIn, time ?? TimeProvider.System).ExamineAsync(CancellationToken.None);
    }

    private sealed class ShiftedTime(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
