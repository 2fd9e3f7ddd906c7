using System.Text.Json.Nodes;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Gateway;

public sealed class LifeCycleTests : IAsyncLifetime
{
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData("?v=10&encoding=json")]
    [InlineData("?v=10&encoding=json&compress=zlib-stream")]
    public async Task A_client_logs_in_and_hears_of_messages(string query)
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox, query: query);
        Assert.Equal(SandboxIds.Bot.ToString(), (string?)gateway.Ready["user"]!["id"]);
        Assert.Equal(SandboxIds.Bot.ToString(), (string?)gateway.Ready["application"]!["id"]);
        Assert.StartsWith("ws://127.0.0.1", (string?)gateway.Ready["resume_gateway_url"], StringComparison.Ordinal);
        for (int i = 0; i < 20; i++)
        {
            _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"hello {i}");
            JsonObject message = await gateway.EventAsync("MESSAGE_CREATE");
            Assert.Equal($"hello {i}", (string?)message["content"]);
            Assert.Equal(SandboxIds.Guild.ToString(), (string?)message["guild_id"]);
            Assert.Equal(SandboxIds.MemberRole.ToString(), (string?)message["member"]!["roles"]![0]);
            Assert.Null(message["member"]!["user"]);
        }
    }

    [Fact]
    public async Task The_guild_comes_with_everything()
    {
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox);
        Assert.Equal(41_250, (int)(await gateway.HelloAsync())["heartbeat_interval"]!);
        await gateway.IdentifyAsync(_sandbox.Server.BotToken, GatewayIntents.All);
        JsonObject guild = await gateway.EventAsync("GUILD_CREATE");
        Assert.Equal(["#comments", "#general", "#review", "#mod-log"], ((JsonArray)guild["channels"]!).Select(c => "#" + (string?)c!["name"]));
        Assert.Equal(5, ((JsonArray)guild["roles"]!).Count);
        Assert.Equal(5, ((JsonArray)guild["members"]!).Count);
        Assert.Equal(5, (int)guild["member_count"]!);
        IReadOnlyList<string> faults = OpenApiDocument.Shared?.Faults("GuildResponse", guild) ?? [];
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Without_the_presence_intent_only_the_bot_is_among_the_members()
    {
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox);
        await gateway.HelloAsync();
        await gateway.IdentifyAsync(_sandbox.Server.BotToken, GatewayIntents.Guilds);
        JsonNode member = Assert.Single((JsonArray)(await gateway.EventAsync("GUILD_CREATE"))["members"]!)!;
        Assert.Equal(SandboxIds.Bot.ToString(), (string?)member["user"]!["id"]);
    }

    [Fact]
    public async Task Heartbeats_are_acknowledged()
    {
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox);
        await gateway.HelloAsync();
        await gateway.SendAsync(1, null);
        Assert.Equal(11, (int)(await gateway.ReceiveAsync())["op"]!);
    }

    [Theory]
    [InlineData("not json", 4002)]
    [InlineData("[]", 4002)]
    [InlineData("{\"d\":1}", 4002)]
    [InlineData("{\"op\":\"2\",\"d\":1}", 4002)]
    [InlineData("{\"op\":99,\"d\":null}", 4001)]
    [InlineData("{\"op\":3,\"d\":{}}", 4003)]
    [InlineData("{\"op\":8,\"d\":{}}", 4003)]
    [InlineData("{\"op\":2,\"d\":null}", 4002)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"x\",\"intents\":1}}", 4002)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"x\",\"intents\":1,\"properties\":{}}}", 4004)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"TOKEN\",\"intents\":-1,\"properties\":{}}}", 4013)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"TOKEN\",\"intents\":131072,\"properties\":{}}}", 4013)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"TOKEN\",\"properties\":{}}}", 4013)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"TOKEN\",\"intents\":1,\"properties\":{},\"shard\":[1,1]}}", 4010)]
    [InlineData("{\"op\":2,\"d\":{\"token\":\"TOKEN\",\"intents\":1,\"properties\":{},\"shard\":[0,0]}}", 4010)]
    [InlineData("{\"op\":6,\"d\":{\"token\":\"x\",\"session_id\":\"y\",\"seq\":1}}", 4004)]
    [InlineData("{\"op\":6,\"d\":{\"token\":\"TOKEN\"}}", 4002)]
    public async Task Wrong_frames_close_with_discords_codes(string frame, int code)
    {
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox);
        await gateway.HelloAsync();
        await gateway.SendRawAsync(frame.Replace("TOKEN", _sandbox.Server.BotToken, StringComparison.Ordinal));
        Assert.Equal(code, await gateway.CloseCodeAsync());
    }

    [Theory]
    [InlineData("?v=6&encoding=json", 4012)]
    [InlineData("?encoding=json", 4012)]
    [InlineData("?v=10&encoding=etf", 4002)]
    [InlineData("?v=10&encoding=json&compress=zstd-stream", 4002)]
    public async Task Handshakes_that_the_sandbox_cannot_serve_are_closed(string query, int code)
    {
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox, query);
        Assert.Equal(code, await gateway.CloseCodeAsync());
    }

    [Theory]
    [InlineData(4096, null)]
    [InlineData(4097, 4002)]
    public async Task Frames_have_a_size(int bytes, int? code)
    {
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox);
        await gateway.HelloAsync();
        const string frame = "{\"op\":1,\"d\":null,\"x\":\"\"}";
        await gateway.SendRawAsync(frame.Insert(frame.Length - 2, new string('x', bytes - frame.Length)));
        if (code is null)
            Assert.Equal(11, (int)(await gateway.ReceiveAsync())["op"]!);
        else
            Assert.Equal(code, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task More_than_120_frames_a_minute_close_with_4008()
    {
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox);
        await gateway.HelloAsync();
        for (int i = 0; i < 121; i++)
            await gateway.SendAsync(1, null);
        Assert.Equal(4008, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task A_second_identify_closes_with_4005()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        await gateway.IdentifyAsync(_sandbox.Server.BotToken, GatewayIntents.All);
        Assert.Equal(4005, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task Privileged_intents_that_are_off_close_with_4014()
    {
        await using TestSandbox strict = await TestSandbox.StartAsync(o => o with { PrivilegedIntents = GatewayIntents.GuildMembers });
        await using TestGateway refused = await TestGateway.OpenAsync(strict);
        await refused.HelloAsync();
        await refused.IdentifyAsync(strict.Server.BotToken, GatewayIntents.Guilds | GatewayIntents.MessageContent);
        Assert.Equal(4014, await refused.CloseCodeAsync());
        await using TestGateway accepted = await TestGateway.LogInAsync(strict, GatewayIntents.Guilds | GatewayIntents.GuildMembers);
        Assert.Equal(1 << 15, (int)accepted.Ready["application"]!["flags"]!);
    }

    [Fact]
    public async Task A_silent_client_is_cut_off()
    {
        var time = new ManualTime();
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { Time = time });
        await using TestGateway gateway = await TestGateway.LogInAsync(sandbox);
        time.Advance(TimeSpan.FromSeconds(50));
        await gateway.SendAsync(1, gateway.LastSequence);
        await gateway.OpAsync(11);
        time.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal("still", sandbox.World.BotConnected ? "still" : "gone");
        time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(4009, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task Identifying_too_fast_gives_invalid_session()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { IdentifyInterval = TimeSpan.FromMinutes(1) });
        await using TestGateway first = await TestGateway.LogInAsync(sandbox);
        await using TestGateway second = await TestGateway.OpenAsync(sandbox);
        await second.HelloAsync();
        await second.IdentifyAsync(sandbox.Server.BotToken, GatewayIntents.All);
        Assert.False((bool)(await second.OpAsync(9))["d"]!);
        Assert.Equal(999, (int)(await sandbox.GetAsync("/gateway/bot"))["session_start_limit"]!["remaining"]!);
    }

    [Fact]
    public async Task Payload_compression_sends_large_frames_as_zlib()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox, more: new JsonObject { ["compress"] = true });
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, new string('x', 3_000));
        Assert.Equal(3_000, ((string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"])!.Length);
    }

    [Fact]
    public async Task A_shard_hears_only_of_its_guilds()
    {
        const int shards = 2;
        int own = (int)((SandboxIds.Guild.Value >> 22) % shards);
        await using TestGateway with = await TestGateway.LogInAsync(_sandbox, more: new JsonObject { ["shard"] = new JsonArray(own, shards) });
        await using TestGateway without = await TestGateway.LogInAsync(_sandbox, more: new JsonObject { ["shard"] = new JsonArray(1 - own, shards) });
        Assert.Equal([own, shards], ((JsonArray)with.Ready["shard"]!).Select(n => (int)n!));
        Assert.Empty((JsonArray)without.Ready["guilds"]!);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "hello");
        Assert.Equal(["MESSAGE_CREATE"], await with.NamesUntilQuietAsync());
        Assert.Empty(await without.NamesUntilQuietAsync());
    }

    [Fact]
    public async Task Members_are_sent_in_chunks()
    {
        for (int i = 0; i < 1_200; i++)
            _sandbox.World.EnsureMember($"person {i}");
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        await gateway.SendAsync(8, new JsonObject { ["guild_id"] = SandboxIds.Guild.ToString(), ["query"] = "", ["limit"] = 0, ["nonce"] = "n" });
        JsonObject first = await gateway.EventAsync("GUILD_MEMBERS_CHUNK"), second = await gateway.EventAsync("GUILD_MEMBERS_CHUNK");
        Assert.Equal((2, 0, 1_000, "n"), ((int)first["chunk_count"]!, (int)first["chunk_index"]!, ((JsonArray)first["members"]!).Count, (string)first["nonce"]!));
        Assert.Equal(205, ((JsonArray)second["members"]!).Count);
        await gateway.SendAsync(8, new JsonObject { ["guild_id"] = SandboxIds.Guild.ToString(), ["user_ids"] = new JsonArray(SandboxIds.Zoe.ToString(), "7"), ["limit"] = 0 });
        JsonObject some = await gateway.EventAsync("GUILD_MEMBERS_CHUNK");
        Assert.Single((JsonArray)some["members"]!);
        Assert.Equal("7", (string?)Assert.Single((JsonArray)some["not_found"]!));
    }
}
