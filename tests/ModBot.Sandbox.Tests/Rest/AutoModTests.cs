using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Rest;

public sealed class AutoModTests : IAsyncLifetime
{
    private static readonly string Rules = TestSandbox.Guild("/auto-moderation/rules");
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task Rules_are_made_edited_and_deleted()
    {
        Answer made = (await _sandbox.PostAsync(Rules, Rule("""{"keyword_filter":["spam"]}"""))).Is(200);
        Assert.False((bool)(await _sandbox.PatchAsync($"{Rules}/{made.Id}", new JsonObject { ["enabled"] = false })).Is(200)["enabled"]!);
        Assert.Equal(made.Id, (await _sandbox.GetAsync($"{Rules}/{made.Id}")).Is(200).Id);
        Assert.Single((await _sandbox.GetAsync(Rules)).Is(200).List);
        (await _sandbox.DeleteAsync($"{Rules}/{made.Id}")).Is(204);
        (await _sandbox.GetAsync($"{Rules}/{made.Id}")).Refused(404, 10066);
    }

    [Theory]
    [InlineData("""{"keyword_filter":["spam"]}""", "this is spam!", true)]
    [InlineData("""{"keyword_filter":["spam"]}""", "spammer", false)]
    [InlineData("""{"keyword_filter":["spam*"]}""", "SPAMMER", true)]
    [InlineData("""{"keyword_filter":["*spam*"]}""", "antispammer", true)]
    [InlineData("""{"keyword_filter":["*spam*"],"allow_list":["antispam*"]}""", "antispammer", false)]
    [InlineData("""{"regex_patterns":["fr[e3]{2} n[i1]tro"]}""", "get Fr33 N1tro", true)]
    [InlineData("""{"regex_patterns":["fr[e3]{2} n[i1]tro"]}""", "get nitro", false)]
    public async Task Keywords_block_before_posting(string metadata, string content, bool blocked)
    {
        (await _sandbox.PostAsync(Rules, Rule(metadata))).Is(200);
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox, GatewayIntents.GuildMessages | GatewayIntents.AutoModerationExecution);
        if (!blocked)
        {
            _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, content);
            Assert.Equal(["MESSAGE_CREATE"], await gateway.NamesUntilQuietAsync());
            return;
        }

        Assert.Equal(200000, Assert.Throws<SandboxRefusedException>(() => _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, content)).Code);
        JsonObject execution = await gateway.EventAsync("AUTO_MODERATION_ACTION_EXECUTION");
        Assert.Equal((SandboxIds.Noah.ToString(), content), ((string)execution["user_id"]!, (string)execution["content"]!));
        Assert.Null(execution["message_id"]);
        Assert.Empty(_sandbox.World.Messages(SandboxIds.General));
    }

    [Fact]
    public async Task Alerts_and_timeouts_are_carried_out_and_managers_are_exempt()
    {
        JsonObject rule = Rule("""{"mention_total_limit":1}""", trigger: 5);
        rule["actions"] = new JsonArray(
            new JsonObject { ["type"] = 2, ["metadata"] = new JsonObject { ["channel_id"] = SandboxIds.ModLog.ToString() } },
            new JsonObject { ["type"] = 3, ["metadata"] = new JsonObject { ["duration_seconds"] = 60 } });
        (await _sandbox.PostAsync(Rules, rule)).Is(200);
        string raid = $"<@{SandboxIds.Zoe}> <@{SandboxIds.Mia}>";
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Admin, raid);
        Assert.Empty(_sandbox.World.Messages(SandboxIds.ModLog));
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, raid);
        Assert.Contains(raid, Assert.Single(_sandbox.World.Messages(SandboxIds.ModLog)).EmbedText, StringComparison.Ordinal);
        Assert.NotNull(_sandbox.World.Member(SandboxIds.Noah)!.TimedOutUntil);
    }

    [Theory]
    [InlineData("""{"name":"x","event_type":1,"trigger_type":1,"actions":[{"type":1}]}""", "trigger_metadata", "BASE_TYPE_REQUIRED")]
    [InlineData("""{"name":"x","event_type":1,"trigger_type":9,"actions":[{"type":1}]}""", "trigger_type", "BASE_TYPE_CHOICES")]
    [InlineData("""{"name":"x","event_type":1,"trigger_type":3,"actions":[]}""", "actions", "BASE_TYPE_BAD_LENGTH")]
    [InlineData("""{"name":"x","event_type":1,"trigger_type":3,"actions":[{"type":3,"metadata":{"duration_seconds":60}}]}""", "actions.0.type", "AUTO_MODERATION_INVALID_ACTION_TYPE")]
    [InlineData("""{"name":"x","event_type":1,"trigger_type":1,"trigger_metadata":{"regex_patterns":["(a)\\1"]},"actions":[{"type":1}]}""", "trigger_metadata.regex_patterns.0", "AUTO_MODERATION_INVALID_REGEX")]
    public async Task Wrong_rules_are_refused(string rule, string path, string code) =>
        (await _sandbox.PostAsync(Rules, JsonNode.Parse(rule))).HasFault(path, code);

    [Fact]
    public async Task A_guild_has_six_keyword_rules_at_most()
    {
        for (int i = 0; i < 6; i++)
            (await _sandbox.PostAsync(Rules, Rule("""{"keyword_filter":["x"]}"""))).Is(200);
        (await _sandbox.PostAsync(Rules, Rule("""{"keyword_filter":["x"]}"""))).HasFault("trigger_type", "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED");
    }

    [Fact]
    public async Task Messages_are_searched()
    {
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "buy now https://example.org");
        _sandbox.World.PostMessage(SandboxIds.Comments, SandboxIds.Zoe, "Buy later");
        await ExpectAsync("?content=buy", 2);
        await ExpectAsync($"?content=buy&author_id={SandboxIds.Zoe}", 1);
        await ExpectAsync($"?channel_id={SandboxIds.General}", 1);
        await ExpectAsync("?has=link", 1);
        await ExpectAsync("?content=nothing", 0);
        (await _sandbox.GetAsync(TestSandbox.Guild("/messages/search?limit=26"))).Refused(400, 50035);

        async Task ExpectAsync(string query, int results) =>
            Assert.Equal(results, (int)(await _sandbox.GetAsync(TestSandbox.Guild("/messages/search" + query))).Is(200)["total_results"]!);
    }

    private static JsonObject Rule(string metadata, int trigger = 1) => new()
    {
        ["name"] = "a rule",
        ["event_type"] = 1,
        ["trigger_type"] = trigger,
        ["trigger_metadata"] = JsonNode.Parse(metadata),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = 1 }),
        ["enabled"] = true,
    };
}
