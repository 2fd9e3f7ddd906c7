using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Gateway;

/// <summary>A run goes on where an earlier one, in whatever process, stopped or was killed.</summary>
public sealed class HandOverTests
{
    private readonly FastTimeProvider _fast = new(20);
    private readonly FakeProgress _progress = new();

    [Fact]
    public async Task What_was_posted_after_an_earlier_run_is_read_and_handed_over()
    {
        DateTimeOffset through = _fast.GetUtcNow() - TimeSpan.FromMinutes(5);
        ulong missed = Snowflake.At(through + TimeSpan.FromMinutes(1)).Value;
        ulong floor = Snowflake.At(through - TimeSpan.FromSeconds(30)).Value;
        _progress.Set(new ShardProgress { Bot = "", Shard = 0, Total = 1, HandledThrough = through });
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        server.OnRequest = request => request is { Method: "GET", Path: "channels/1002/messages" } && request.Query == $"?after={floor}&limit=100"
            ? ScriptedReply.Json($$"""[{"id":"{{missed}}","channel_id":"1002","content":"missed","author":{"id":"5","username":"u"},"type":0}]""")
            : null;
        await using RunningClient client = RunningClient.Start(server, time: _fast, progress: _progress);
        await BeginAsync(await server.AcceptAsync(), newest: missed);
        Assert.Equal("missed", (await client.Events.NextAsync<MessageReceived>()).Message.Content);
    }

    [Fact]
    public async Task Nothing_is_read_where_an_earlier_run_saw_all_or_there_was_none()
    {
        DateTimeOffset now = _fast.GetUtcNow();
        foreach (bool ranBefore in (bool[])[true, false])
        {
            if (ranBefore)
                _progress.Set(new ShardProgress { Bot = "", Shard = 0, Total = 1, HandledThrough = now });
            await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
            await using RunningClient client = RunningClient.Start(server, time: _fast, progress: ranBefore ? _progress : new FakeProgress());
            GatewayPeer peer = await server.AcceptAsync();
            await BeginAsync(peer, newest: Snowflake.At(now - TimeSpan.FromMinutes(1)).Value);
            await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message);
            Assert.Equal(1100000000000000000UL, (await client.Events.NextAsync<MessageReceived>()).Message.Id.Value);
            Assert.DoesNotContain(server.Requests, request => request.Path.EndsWith("/messages", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Old_messages_are_left_alone_however_long_the_bot_was_away()
    {
        DateTimeOffset now = _fast.GetUtcNow();
        _progress.Set(new ShardProgress { Bot = "", Shard = 0, Total = 1, HandledThrough = now - TimeSpan.FromDays(30) });
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast, progress: _progress);
        GatewayPeer peer = await server.AcceptAsync();
        await BeginAsync(peer, newest: Snowflake.At(now - TimeSpan.FromDays(2)).Value);
        await client.Events.NextAsync<GuildAvailable>();
        await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message);
        await client.Events.NextAsync<MessageReceived>();
        Assert.DoesNotContain(server.Requests, request => request.Path.EndsWith("/messages", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_handled_is_stored_as_handled()
    {
        using var release = new SemaphoreSlim(0);
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Make(server, time: _fast, progress: _progress);
        client.Events.Before = async handed =>
        {
            if (handed is MessageReceived { Message.Content: "slow" })
                await release.WaitAsync();
        };
        client.Begin();
        GatewayPeer peer = await server.AcceptAsync();
        await BeginAsync(peer, newest: 0);
        await _progress.UntilAsync(stored => stored is { SessionId: "session-1", Sequence: 2 });
        await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message.Replace("buy now https://example.org", "slow", StringComparison.Ordinal));
        await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message.Replace("\"1000\"", "\"1001\"", StringComparison.Ordinal));
        await client.Events.NextAsync<MessageReceived>();
        DateTimeOffset later = _fast.GetUtcNow() + TimeSpan.FromSeconds(10);
        while (_fast.GetUtcNow() < later)
            await Task.Delay(5);
        Assert.Equal(2, _progress.Of(0)!.Sequence);
        release.Release();
        await _progress.UntilAsync(stored => stored is { Sequence: 4 });
    }

    [Fact]
    public async Task The_end_of_a_run_keeps_the_session_for_the_next()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast, progress: _progress);
        GatewayPeer peer = await server.AcceptAsync();
        await BeginAsync(peer, newest: 0);
        await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message);
        await client.Events.NextAsync<MessageReceived>();
        await client.StopAsync();
        await peer.WhenClosedAsync();
        Assert.Equal(4900, (int)peer.CloseStatus!);
        Assert.Equal(3, _progress.Of(0)!.Sequence);
    }

    private static async Task BeginAsync(GatewayPeer peer, ulong newest)
    {
        await peer.BeginAsync(guilds: """[{"id":"1000","unavailable":true}]""");
        await peer.DispatchAsync("GUILD_CREATE", newest == 0 ? Samples.Guild : Samples.Guild.Replace("\"last_message_id\":null", $"\"last_message_id\":\"{newest}\"", StringComparison.Ordinal));
    }
}
