using System.Net.WebSockets;
using System.Text.Json;
using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Gateway;

public sealed class LifeCycleTests
{
    private readonly FastTimeProvider _fast = new(10);

    [Fact]
    public async Task Identify_says_what_the_bot_needs_and_no_more()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, options => options with { Presence = "the channel" });
        JsonElement data = (await (await server.AcceptAsync()).BeginAsync()).GetProperty("d");
        Assert.Equal(["token", "intents", "properties", "large_threshold", "shard", "presence"], data.EnumerateObject().Select(property => property.Name));
        // Guilds, members, bans and audit log, messages and their content, AutoMod's executions.
        Assert.Equal(0b10_0000_1000_0010_0000_0111, data.GetProperty("intents").GetInt32());
        Assert.Equal("[0,1]", data.GetProperty("shard").GetRawText());
        Assert.Equal("the channel", data.GetProperty("presence").GetProperty("activities")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Heartbeats_carry_the_last_sequence_and_are_sent_when_asked_for()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.HelloAsync(interval: 200);
        JsonElement first = (await peer.ReadAsync())!.Value;
        if (first.GetProperty("op").GetInt32() == 2)
            first = (await peer.ReadAsync())!.Value;
        Assert.Equal("""{"op":1,"d":null}""", first.GetRawText());
        await peer.SendAsync("""{"op":11}""");
        await peer.DispatchAsync("READY", """{"session_id":"s","user":{"id":"1"}}""");
        await client.Events.NextAsync<SessionReady>();
        await peer.SendAsync("""{"op":1,"d":null}""");
        JsonElement asked;
        do
            asked = await peer.ReadAsync(1);
        while (asked.GetProperty("d").ValueKind == JsonValueKind.Null);
        Assert.Equal(1, asked.GetProperty("d").GetInt64());
    }

    [Fact]
    public async Task Unanswered_heartbeats_end_the_connection_so_that_it_can_be_resumed()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(resumeUrl: server.GatewayUrl, interval: 100);
        await peer.WhenClosedAsync();
        Assert.Equal(4900, (int?)peer.CloseStatus);
        GatewayPeer next = await server.AcceptAsync();
        await next.HelloAsync();
        JsonElement resume = await next.ReadAsync(6);
        Assert.Equal("session-1", resume.GetProperty("d").GetProperty("session_id").GetString());
    }

    [Theory]
    [InlineData("abort")]
    [InlineData("4000")]
    [InlineData("1001")]
    [InlineData("op7")]
    [InlineData("op9")]
    public async Task A_lost_connection_is_resumed_at_the_resume_address_with_its_query(string how)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(resumeUrl: $"ws://127.0.0.1:{server.Port}/resume?host=2");
        Assert.False((await client.Events.NextAsync<SessionReady>()).Resumed);
        await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message);
        await client.Events.NextAsync<MessageReceived>();
        await EndAsync(peer, how);

        GatewayPeer next = await server.AcceptAsync();
        Assert.Equal("/resume?host=2&v=10&encoding=json&compress=zlib-stream", next.Target);
        await next.HelloAsync();
        JsonElement data = (await next.ReadAsync(6)).GetProperty("d");
        Assert.Equal(ScriptedDiscord.Token, data.GetProperty("token").GetString());
        Assert.Equal(2, data.GetProperty("seq").GetInt64());
        await next.DispatchAsync("RESUMED", "{}");
        Assert.True((await client.Events.NextAsync<SessionReady>()).Resumed);
    }

    [Theory]
    [InlineData("4003")]
    [InlineData("4007")]
    [InlineData("4009")]
    [InlineData("op9 false")]
    public async Task A_lost_session_starts_anew_at_the_original_address(string how)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(resumeUrl: $"ws://127.0.0.1:{server.Port}/resume");
        await client.Events.NextAsync<SessionReady>();
        await EndAsync(peer, how);
        GatewayPeer next = await server.AcceptAsync();
        Assert.StartsWith("/gateway?", next.Target, StringComparison.Ordinal);
        await next.BeginAsync(session: "session-2");
        Assert.False((await client.Events.NextAsync<SessionReady>()).Resumed);
    }

    [Fact]
    public async Task A_resume_that_nobody_answers_soon_ends_in_a_new_session()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await client.Events.NextAsync<SessionReady>();
        peer.Abort();

        GatewayPeer silent = await server.AcceptAsync();
        await silent.HelloAsync();
        await silent.ReadAsync(6);
        long asked = _fast.GetTimestamp();
        await silent.WhenClosedAsync();
        Assert.InRange(_fast.GetElapsedTime(asked), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(90));

        GatewayPeer next = await server.AcceptAsync();
        await next.BeginAsync(session: "session-2");
        Assert.False((await client.Events.NextAsync<SessionReady>()).Resumed);
    }

    [Fact]
    public async Task A_resume_host_that_refuses_handshakes_is_given_up_for_the_original_one()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        server.RefusedPath = "/resume";
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync(resumeUrl: $"ws://127.0.0.1:{server.Port}/resume");
        await client.Events.NextAsync<SessionReady>();
        peer.Abort();
        GatewayPeer next = await server.AcceptAsync();
        Assert.StartsWith("/gateway?", next.Target, StringComparison.Ordinal);
        await next.HelloAsync();
        Assert.Equal("session-1", (await next.ReadAsync(6)).GetProperty("d").GetProperty("session_id").GetString());
    }

    [Fact]
    public async Task A_reconnect_before_the_greeting_is_followed()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.SendAsync("""{"op":7,"d":null}""");
        await (await server.AcceptAsync()).BeginAsync();
        await client.Events.NextAsync<SessionReady>();
    }

    [Fact]
    public async Task Stopping_closes_the_session_so_that_the_bot_goes_offline_at_once()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await client.Events.NextAsync<SessionReady>();
        await client.StopAsync();
        await peer.WhenClosedAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, peer.CloseStatus);
    }

    [Fact]
    public async Task As_many_shards_as_advised_identify_in_their_buckets()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        (server.Shards, server.Concurrency) = (3, 3);
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        HashSet<string> seen = [];
        for (int i = 0; i < 3; i++)
            seen.Add((await (await server.AcceptAsync()).BeginAsync()).GetProperty("d").GetProperty("shard").GetRawText());
        Assert.Equal(["[0,3]", "[1,3]", "[2,3]"], seen.Order(StringComparer.Ordinal));
    }

    private static Task EndAsync(GatewayPeer peer, string how)
    {
        switch (how)
        {
            case "abort":
                peer.Abort();
                return Task.CompletedTask;
            case "op7":
                return peer.SendAsync("""{"op":7,"d":null}""");
            case "op9":
                return peer.SendAsync("""{"op":9,"d":true}""");
            case "op9 false":
                return peer.SendAsync("""{"op":9,"d":false}""");
            default:
                return peer.CloseAsync(int.Parse(how));
        }
    }
}
