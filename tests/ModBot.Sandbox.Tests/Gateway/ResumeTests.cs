using System.Text.Json.Nodes;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Gateway;

public sealed class ResumeTests : IAsyncLifetime
{
    private TestSandbox _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await TestSandbox.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Theory]
    [InlineData("?v=10&encoding=json")]
    [InlineData("?v=10&encoding=json&compress=zlib-stream")]
    public async Task What_was_missed_is_replayed_in_order(string query)
    {
        await using TestGateway lost = await TestGateway.LogInAsync(_sandbox, query: query);
        _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, "heard");
        await lost.EventAsync("MESSAGE_CREATE");
        lost.Cut();
        for (int i = 0; i < 3; i++)
            _sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"missed {i}");
        await using TestGateway back = await TestGateway.OpenAsync(_sandbox, query, "/resume");
        await back.HelloAsync();
        await back.ResumeAsync(_sandbox.Server.BotToken, lost.SessionId, lost.LastSequence);
        for (int i = 0; i < 3; i++)
            Assert.Equal($"missed {i}", (string?)(await back.EventAsync("MESSAGE_CREATE"))["content"]);
        await back.EventAsync("RESUMED");
        Assert.Equal(lost.LastSequence + 4, back.LastSequence);
    }

    [Fact]
    public async Task A_session_closed_with_1000_is_gone()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        await gateway.CloseAsync(1000);
        await using TestGateway back = await TestGateway.OpenAsync(_sandbox);
        await back.HelloAsync();
        await back.ResumeAsync(_sandbox.Server.BotToken, gateway.SessionId, gateway.LastSequence);
        Assert.False((bool)(await back.OpAsync(9))["d"]!);
    }

    [Fact]
    public async Task A_session_closed_with_4000_can_be_resumed()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        await gateway.CloseAsync(4000);
        await using TestGateway back = await TestGateway.OpenAsync(_sandbox);
        await back.HelloAsync();
        await back.ResumeAsync(_sandbox.Server.BotToken, gateway.SessionId, gateway.LastSequence);
        await back.EventAsync("RESUMED");
    }

    [Fact]
    public async Task A_sequence_from_the_future_closes_with_4007()
    {
        await using TestGateway gateway = await TestGateway.LogInAsync(_sandbox);
        gateway.Cut();
        await using TestGateway back = await TestGateway.OpenAsync(_sandbox);
        await back.HelloAsync();
        await back.ResumeAsync(_sandbox.Server.BotToken, gateway.SessionId, gateway.LastSequence + 1);
        Assert.Equal(4007, await back.CloseCodeAsync());
    }

    [Fact]
    public async Task A_gap_beyond_the_buffer_gives_invalid_session()
    {
        await using TestSandbox small = await TestSandbox.StartAsync(o => o with { ReplayBuffer = 5 });
        await using TestGateway gateway = await TestGateway.LogInAsync(small);
        gateway.Cut();
        for (int i = 0; i < 10; i++)
            small.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"missed {i}");
        await using TestGateway back = await TestGateway.OpenAsync(small);
        await back.HelloAsync();
        await back.ResumeAsync(small.Server.BotToken, gateway.SessionId, gateway.LastSequence);
        Assert.False((bool)(await back.OpAsync(9))["d"]!);
    }

    [Fact]
    public async Task A_session_is_kept_for_minutes_only()
    {
        var time = new ManualTime();
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { Time = time });
        await using TestGateway gateway = await TestGateway.LogInAsync(sandbox);
        await gateway.CloseAsync(4000);
        await sandbox.World.WaitForAsync(w => w.BotConnected ? null : "gone", TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromMinutes(4));
        await using TestGateway back = await TestGateway.OpenAsync(sandbox);
        await back.HelloAsync();
        await back.ResumeAsync(sandbox.Server.BotToken, gateway.SessionId, gateway.LastSequence);
        Assert.False((bool)(await back.OpAsync(9))["d"]!);
    }
}
