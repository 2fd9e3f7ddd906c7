using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.Rest;

public sealed class RateLimitTests
{
    [Fact]
    public async Task A_bucket_empties_refuses_and_fills_again()
    {
        var time = new ManualTime();
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { Time = time, Limits = new SandboxLimits() });
        string messages = TestSandbox.Channel(SandboxIds.General, "/messages");
        for (int left = 4; left >= 0; left--)
        {
            Answer answer = await sandbox.SayAsync(SandboxIds.General, "x");
            Assert.Equal(("5", left.ToString(), "5.000"), (Header(answer, "Limit"), Header(answer, "Remaining"), Header(answer, "Reset-After")));
        }

        time.Advance(TimeSpan.FromSeconds(2));
        Answer refused = (await sandbox.PostAsync(messages, new System.Text.Json.Nodes.JsonObject { ["content"] = "x" })).Is(429);
        Assert.Equal(3, (double)refused["retry_after"]!);
        Assert.Equal("user", Assert.Single(refused.Headers.GetValues("X-RateLimit-Scope")));
        Assert.Equal("3", Assert.Single(refused.Headers.GetValues("Retry-After")));
        await sandbox.SayAsync(SandboxIds.Comments, "another channel has its own");
        time.Advance(TimeSpan.FromSeconds(3));
        await sandbox.SayAsync(SandboxIds.General, "x");
        Assert.Equal(1, sandbox.World.CallsByStatus[429]);
    }

    [Fact]
    public async Task Channels_share_the_buckets_name()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { Limits = new SandboxLimits() });
        string one = Header(await sandbox.SayAsync(SandboxIds.General, "x"), "Bucket"), two = Header(await sandbox.SayAsync(SandboxIds.Comments, "x"), "Bucket");
        Assert.Equal(one, two);
        Assert.NotEqual(one, Header(await sandbox.GetAsync(TestSandbox.Channel(SandboxIds.General, "/messages")), "Bucket"));
    }

    [Fact]
    public async Task Sizes_can_be_set()
    {
        var limits = new SandboxLimits { Buckets = new Dictionary<string, RateLimit> { ["messages.create"] = new(1, TimeSpan.FromMinutes(1)) } };
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { Limits = limits });
        await sandbox.SayAsync(SandboxIds.General, "x");
        (await sandbox.PostAsync(TestSandbox.Channel(SandboxIds.General, "/messages"), new System.Text.Json.Nodes.JsonObject { ["content"] = "x" })).Is(429);
    }

    [Fact]
    public async Task Fifty_a_second_over_all_routes()
    {
        var time = new ManualTime();
        var limits = new SandboxLimits { Buckets = new Dictionary<string, RateLimit> { ["users"] = new(1_000, TimeSpan.FromSeconds(1)) } };
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { Time = time, Limits = limits });
        for (int i = 0; i < 50; i++)
            (await sandbox.GetAsync("/users/@me")).Is(200);
        Answer refused = (await sandbox.GetAsync("/users/@me")).Is(429);
        Assert.True((bool)refused["global"]!);
        Assert.Equal("true", Assert.Single(refused.Headers.GetValues("X-RateLimit-Global")));
        time.Advance(TimeSpan.FromSeconds(1));
        (await sandbox.GetAsync("/users/@me")).Is(200);
    }

    private static string Header(Answer answer, string name) => Assert.Single(answer.Headers.GetValues("X-RateLimit-" + name));
}
