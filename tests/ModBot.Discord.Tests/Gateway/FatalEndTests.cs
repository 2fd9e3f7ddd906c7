using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Gateway;

public sealed class FatalEndTests
{
    private readonly FastTimeProvider _fast = new(10);

    [Theory]
    [InlineData(4004, "Discord:Token")]
    [InlineData(4010, "Discord:Shards")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "version 10")]
    [InlineData(4013, "Discord:Intents")]
    [InlineData(4014, "MESSAGE CONTENT INTENT and SERVER MEMBERS INTENT")]
    public async Task A_fatal_close_ends_the_run_with_one_line_that_says_what_to_do(int code, string expected)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.HelloAsync();
        await peer.ReadAsync(2);
        await peer.CloseAsync(code);
        PlatformFatalException exception = await Assert.ThrowsAsync<PlatformFatalException>(() => client.Run.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public async Task Only_the_intent_that_is_not_switched_on_is_named()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        server.OnRequest = request => request.Path == "applications/@me" ? ScriptedReply.Json("""{"id":"1","flags":32768}""") : null;
        await using RunningClient client = RunningClient.Start(server);
        GatewayPeer peer = await server.AcceptAsync();
        await peer.HelloAsync();
        await peer.ReadAsync(2);
        await peer.CloseAsync(4014);
        PlatformFatalException exception = await Assert.ThrowsAsync<PlatformFatalException>(() => client.Run.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("MESSAGE CONTENT INTENT", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SERVER MEMBERS", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Discord:Token")]
    [InlineData(404, "Discord:RestUrl")]
    [InlineData(503, "cannot be reached")]
    public async Task A_refusal_at_start_ends_the_run_with_one_line(int status, string expected)
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        server.OnRequest = _ => new ScriptedReply(status, "<html>no</html>") { ContentType = "text/html" };
        await using RunningClient client = RunningClient.Start(server, options => options with { RequestRetries = 1 }, _fast);
        PlatformFatalException exception = await Assert.ThrowsAsync<PlatformFatalException>(() => client.Run.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_ends_the_run_after_a_bounded_number_of_tries()
    {
        ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        await using RunningClient client = RunningClient.Make(server, options => options with { RequestRetries = 1 }, _fast);
        await server.DisposeAsync();
        client.Begin();
        PlatformFatalException exception = await Assert.ThrowsAsync<PlatformFatalException>(() => client.Run.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("after 3 tries", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_ends_the_run_after_a_bounded_number_of_tries()
    {
        await using ScriptedDiscord server = await ScriptedDiscord.StartAsync();
        server.RefusedPath = "/gateway";
        await using RunningClient client = RunningClient.Start(server, time: _fast);
        PlatformFatalException exception = await Assert.ThrowsAsync<PlatformFatalException>(() => client.Run.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Contains("cannot be reached", exception.Message, StringComparison.Ordinal);
    }
}
