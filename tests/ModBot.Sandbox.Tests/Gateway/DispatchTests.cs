using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Gateway;

public sealed class DispatchTests : IAsyncLifetime
{
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData(GatewayIntents.None, "")]
    [InlineData(GatewayIntents.GuildMessages, "MESSAGE_CREATE MESSAGE_UPDATE MESSAGE_DELETE")]
    [InlineData(GatewayIntents.GuildMessageReactions, "MESSAGE_REACTION_ADD")]
    [InlineData(GatewayIntents.GuildMembers, "GUILD_MEMBER_ADD GUILD_MEMBER_UPDATE GUILD_MEMBER_REMOVE")]
    [InlineData(GatewayIntents.GuildModeration, "GUILD_BAN_ADD GUILD_AUDIT_LOG_ENTRY_CREATE GUILD_BAN_REMOVE GUILD_AUDIT_LOG_ENTRY_CREATE")]
    [InlineData(GatewayIntents.Guilds, "CHANNEL_CREATE THREAD_CREATE GUILD_ROLE_CREATE")]
    [InlineData(GatewayIntents.DirectMessages, "MESSAGE_CREATE")]
    public async Task Events_follow_the_intents(GatewayIntents intents, string expected)
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox, intents);
        SandboxWorld world = _sandbox.World;
        Snowflake message = world.PostMessage(SandboxIds.General, SandboxIds.Noah, "one").Message.Id;
        world.EditMessage(SandboxIds.General, message, SandboxIds.Noah, "two");
        world.React(SandboxIds.General, message, SandboxIds.Zoe, "👍");
        world.DeleteMessage(SandboxIds.General, message, SandboxIds.Noah);
        Snowflake eve = world.EnsureMember("Eve");
        world.SetNick(eve, "Evie");
        world.Ban(SandboxIds.Mia, eve);
        world.Unban(SandboxIds.Mia, eve);
        Snowflake channel = world.EnsureChannel("new");
        world.EnsureThread(channel, "a thread", SandboxIds.Noah);
        world.EnsureRole("new role");
        world.PostDirectMessage(SandboxIds.Zoe, "psst");
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), await gateway.NamesUntilQuietAsync());
    }

    [Fact]
    public async Task Without_the_content_intent_others_messages_are_empty()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox, GatewayIntents.GuildMessages);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "secret", new SandboxMessageOptions { Json = """{"embeds":[{"title":"t"}]}""" });
        JsonObject others = await gateway.EventAsync("MESSAGE_CREATE");
        Assert.Equal("", (string?)others["content"]);
        Assert.Empty((JsonArray)others["embeds"]!);
        await _sandbox.SayAsync(SandboxIds.General, "own");
        Assert.Equal("own", (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"]);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"<@{SandboxIds.Bot}> hi");
        Assert.EndsWith("hi", (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_content_intent_rest_is_empty_too()
    {
        await using TestSandbox strict = await TestSandbox.StartAsync(o => o with { PrivilegedIntents = GatewayIntents.None });
        Snowflake id = strict.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "secret").Message.Id;
        Assert.Equal("", (await strict.GetAsync(TestSandbox.Channel(SandboxIds.General, $"/messages/{id}"))).Is(200).Text("content"));
        (await strict.GetAsync(TestSandbox.Guild("/members?limit=10"))).Refused(403, 50001);
    }

    [Fact]
    public async Task Channels_that_the_bot_cannot_see_are_silent()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        lock (_sandbox.World.State.Gate)
            _sandbox.World.State.Channel(SandboxIds.Review).Overwrites.RemoveAll(o => o.Id == SandboxIds.BotRole);
        _sandbox.World.PostMessage(SandboxIds.Review, SandboxIds.Mia, "behind closed doors");
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Mia, "in the open");
        Assert.Equal("in the open", (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"]);
    }

    [Fact]
    public async Task Message_payloads_are_as_documented()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        Snowflake first = _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"hi <@{SandboxIds.Zoe}>").Message.Id;
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Zoe, "reply", new SandboxMessageOptions { ReplyTo = first });
        for (int i = 0; i < 2; i++)
        {
            JsonObject message = await gateway.EventAsync("MESSAGE_CREATE");
            Assert.Empty(OpenApiDocument.Shared?.Faults("MessageResponse", message) ?? []);
            Assert.Equal(0, (int)message["channel_type"]!);
        }

        _sandbox.World.DeleteMessage(SandboxIds.General, first, SandboxIds.Noah);
        JsonObject deleted = await gateway.EventAsync("MESSAGE_DELETE");
        Assert.Equal(["channel_id", "guild_id", "id"], deleted.Select(p => p.Key).Order());
    }

    [Fact]
    public async Task Presence_is_checked_and_kept()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        await gateway.SendAsync(3, new JsonObject { ["since"] = null, ["activities"] = new JsonArray(new JsonObject { ["name"] = "you", ["type"] = 3 }), ["status"] = "idle", ["afk"] = false });
        Assert.Empty(await gateway.NamesUntilQuietAsync());
        await gateway.SendAsync(3, new JsonObject { ["status"] = "asleep" });
        Assert.Equal(4002, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task Embeds_that_resolve_later_update_without_an_edit_time()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        Snowflake id = _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "https://example.org").Message.Id;
        _sandbox.World.ResolveEmbeds(SandboxIds.General, id, """[{"type":"link","url":"https://example.org","title":"Example"}]""");
        JsonObject update = await gateway.EventAsync("MESSAGE_UPDATE");
        Assert.Null(update["edited_timestamp"]);
        Assert.Equal("Example", (string?)update["embeds"]![0]!["title"]);
    }
}
