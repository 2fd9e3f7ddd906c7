using System.Net.WebSockets;
using System.Text;
using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Gateway;

public sealed class TransportTests
{
    private readonly FastTimeProvider _fast = new(10);

    [Theory]
    [InlineData(false, 0, false)]
    [InlineData(false, 7, false)]
    [InlineData(true, 0, false)]
    [InlineData(true, 7, false)]
    [InlineData(true, 11, true)]
    public async Task Messages_arrive_whole_however_they_are_compressed_and_split(bool compresses, int frameSize, bool endsEachFrame)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        (peer.Compresses, peer.FrameSize, peer.EndsEachFrame) = (compresses, frameSize, endsEachFrame);
        await peer.BeginAsync();
        await peer.DispatchAsync("GUILD_CREATE", Samples.Guild);
        for (int i = 0; i < 3; i++)
            await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message);
        for (int i = 0; i < 3; i++)
            Assert.Equal("buy now https://example.org", (await client.Events.NextAsync<MessageReceived>()).Message.Content);
    }

    [Fact]
    public async Task Each_connection_has_its_own_compression_context()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        peer.Compresses = true;
        await peer.BeginAsync();
        await client.Events.NextAsync<SessionReady>();
        peer.Abort();
        GatewayPeer next = await server.AcceptAsync();
        next.Compresses = true;
        await next.HelloAsync();
        await next.ReadAsync(6);
        await next.DispatchAsync("RESUMED", "{}");
        Assert.True((await client.Events.NextAsync<SessionReady>()).Resumed);
    }

    [Fact]
    public async Task A_broken_compression_stream_costs_the_connection_and_not_the_session()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        GatewayPeer peer = await server.AcceptAsync();
        peer.Compresses = true;
        await peer.BeginAsync();
        await client.Events.NextAsync<SessionReady>();
        await peer.SendAsync([1, 2, 3, 0, 0, 0xFF, 0xFF], WebSocketMessageType.Binary);
        GatewayPeer next = await server.AcceptAsync();
        await next.HelloAsync();
        await next.ReadAsync(6);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"op":0,"t":"MESSAGE_CREATE","s":7,"d":"text"}""")]
    [InlineData("""{"op":0,"t":"MESSAGE_CREATE","s":7,"d":{"id":"1","channel_id":"2","author":7,"member":[],"mentions":{},"embeds":[1,null,[]]""")]
    [InlineData("""{"op":0,"t":"GUILD_CREATE","s":7,"d":{"id":{},"channels":[[]],"roles":{"a":1},"members":[3]}}""")]
    [InlineData("""{"op":"0","t":"SOMETHING_NEW","s":"7","d":[[[]]]}""")]
    [InlineData("""{"op":0,"t":null,"s":null,"d":null}""")]
    [InlineData("""{"op":99,"d":{}}""")]
    public async Task Frames_that_make_no_sense_are_skipped_and_the_next_message_arrives(string frame)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        await peer.SendAsync(frame);
        await peer.DispatchAsync("MESSAGE_CREATE", Samples.Message);
        Assert.Equal(1100000000000000000UL, (await client.Events.NextAsync<MessageReceived>()).Message.Id.Value);
    }

    [Fact]
    public async Task Half_a_character_in_a_message_does_not_lose_it()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.BeginAsync();
        byte[] frame = [.. Encoding.UTF8.GetBytes("""{"op":0,"t":"MESSAGE_CREATE","s":9,"d":{"id":"8","channel_id":"9","author":{"id":"1","username":"a"},"content":"x\ud83dy"""), 0xFF, .. Encoding.UTF8.GetBytes("\"}}")];
        await peer.SendAsync(frame, WebSocketMessageType.Binary);
        Assert.Equal("x\uFFFDy\uFFFD", (await client.Events.NextAsync<MessageReceived>()).Message.Content);
    }
}
