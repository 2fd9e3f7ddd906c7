using System.Diagnostics;
using System.Net.WebSockets;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Gateway;

public sealed class FaultTests : IAsyncLifetime
{
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_dropped_socket_has_no_close_frame()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        _sandbox.Server.Faults.DropSockets();
        Assert.Null(await gateway.CloseCodeAsync());
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4000)]
    [InlineData(4004)]
    [InlineData(4014)]
    public async Task Sockets_close_with_any_code(int code)
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        _sandbox.Server.Faults.CloseSockets(code);
        Assert.Equal(code, await gateway.CloseCodeAsync());
    }

    [Fact]
    public async Task Resumes_can_be_refused()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        gateway.Cut();
        _sandbox.Server.Faults.RefuseResumes(1);
        await using TestGateway back = await TestGateway.OpenAsync(_sandbox);
        await back.HelloAsync();
        await back.ResumeAsync(_sandbox.Server.BotToken, gateway.SessionId, gateway.LastSequence);
        Assert.False((bool)(await back.OpAsync(9))["d"]!);
    }

    [Fact]
    public async Task Resume_handshakes_can_fail_while_others_work()
    {
        _sandbox.Server.Faults.RefuseResumeHandshakes(1);
        await Assert.ThrowsAsync<WebSocketException>(() => TestGateway.OpenAsync(_sandbox, path: "/resume"));
        await using TestGateway gateway = await TestGateway.OpenAsync(_sandbox, path: "/resume");
        await gateway.HelloAsync();
        _sandbox.Server.Faults.RefuseHandshakes(1);
        await Assert.ThrowsAsync<WebSocketException>(() => TestGateway.OpenAsync(_sandbox));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sessions_can_be_invalidated(bool resumable)
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        _sandbox.Server.Faults.InvalidateSessions(resumable);
        Assert.Equal(resumable, (bool)(await gateway.OpAsync(9))["d"]!);
    }

    [Fact]
    public async Task A_reconnect_can_be_asked_for()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        _sandbox.Server.Faults.RequestReconnect();
        await gateway.OpAsync(7);
    }

    [Fact]
    public async Task Acks_can_stop()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        _sandbox.Server.Faults.StopAcks = true;
        await gateway.SendAsync(1, null);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "next");
        Assert.Equal("MESSAGE_CREATE", (string?)(await gateway.ReceiveAsync())["t"]);
    }

    [Fact]
    public async Task Dispatches_can_be_doubled_and_reordered()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        _sandbox.Server.Faults.DuplicateEvery = 1;
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "twice");
        Assert.Equal((string?)(await gateway.EventAsync("MESSAGE_CREATE"))["id"], (string?)(await gateway.EventAsync("MESSAGE_CREATE"))["id"]);
        _sandbox.Server.Faults.Clear();
        _sandbox.Server.Faults.ReorderEvery = 2;
        for (int i = 0; i < 4; i++)
            _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"{i}");
        var seen = new List<string?>();
        for (int i = 0; i < 4; i++)
            seen.Add((string?)(await gateway.EventAsync("MESSAGE_CREATE"))["content"]);
        Assert.NotEqual(["0", "1", "2", "3"], seen);
        Assert.Equal(["0", "1", "2", "3"], seen.Order());
    }

    [Fact]
    public async Task Malformed_and_unknown_frames_can_be_sent()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        _sandbox.Server.Faults.SendUnknown();
        Assert.Equal(99, (int)(await gateway.ReceiveAsync())["op"]!);
        await gateway.EventAsync("GUILD_TELEPATHY_UPDATE");
        Assert.Equal(77, (int)(await gateway.EventAsync("CHANNEL_UPDATE"))["type"]!);
        _sandbox.Server.Faults.SendMalformed();
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => System.Text.Json.Nodes.JsonNode.Parse(gateway.ReceiveTextAsync().GetAwaiter().GetResult()));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(502, false)]
    public async Task Requests_can_fail(int status, bool json)
    {
        _sandbox.Server.Faults.FailRequests(2, status);
        for (int i = 0; i < 2; i++)
        {
            Answer answer = (await _sandbox.GetAsync("/users/@me")).Is(status);
            Assert.Equal(json, answer.Json is not null);
        }

        (await _sandbox.GetAsync("/users/@me")).Is(200);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("shared")]
    [InlineData("global")]
    public async Task Requests_can_be_rate_limited(string scope)
    {
        _sandbox.Server.Faults.RateLimitRequests(1, TimeSpan.FromSeconds(2.5), scope);
        Answer answer = (await _sandbox.GetAsync("/users/@me")).Is(429);
        Assert.Equal(2.5, (double)answer["retry_after"]!);
        Assert.Equal(scope == "global", (bool)answer["global"]!);
        Assert.Equal(scope, Assert.Single(answer.Headers.GetValues("X-RateLimit-Scope")));
        Assert.Equal("3", Assert.Single(answer.Headers.GetValues("Retry-After")));
        (await _sandbox.GetAsync("/users/@me")).Is(200);
    }

    [Fact]
    public async Task Answers_can_be_slow()
    {
        _sandbox.Server.Faults.RestDelay = TimeSpan.FromMilliseconds(150);
        long start = Stopwatch.GetTimestamp();
        (await _sandbox.GetAsync("/users/@me")).Is(200);
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(140));
    }
}
