using ModBot.Core.Messages;
using ModBot.Sandbox.Tests.Support;

namespace ModBot.Sandbox.Tests.World;

public sealed class WorldTests : IAsyncLifetime
{
    private static readonly Snowflake Fixed = Snowflake.At(new DateTimeOffset(2026, 2, 1, 8, 0, 0, TimeSpan.Zero), 7);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "modbot-sandbox-" + Guid.NewGuid().ToString("N"));

    private string StatePath => Path.Combine(_folder, "inner", "sandbox.json");

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task The_default_world_is_the_same_everywhere()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        Assert.Equal(1191168914227200001UL, SandboxIds.Guild.Value);
        Assert.Equal(1191168914227200030UL, SandboxIds.Comments.Value);
        Assert.Equal([SandboxIds.ModeratorRole, SandboxIds.MemberRole], sandbox.World.Member(SandboxIds.Mia)!.Roles);
        Assert.False(sandbox.World.PermissionsOf(SandboxIds.Noah, SandboxIds.Review).HasFlag(Permissions.PermissionBits.ViewChannel));
        Assert.True(sandbox.World.PermissionsOf(SandboxIds.Mia, SandboxIds.Review).HasFlag(Permissions.PermissionBits.SendMessages));
    }

    [Fact]
    public async Task A_name_always_gives_the_same_id()
    {
        await using TestSandbox one = await TestSandbox.StartAsync(), two = await TestSandbox.StartAsync();
        foreach (string name in (string[])["Mr Blue", "moorewasthebestbond", "Voice of insanity"])
        {
            Assert.Equal(one.World.EnsureMember(name), two.World.EnsureMember(name));
            Assert.Equal(one.World.EnsureMember(name), one.World.EnsureMember(name));
        }

        Assert.Equal(SandboxIds.Zoe, one.World.EnsureMember("Zoe"));
    }

    [Fact]
    public async Task A_message_with_a_fixed_id_is_posted_once()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        SandboxPost Post() => sandbox.World.PostMessage(SandboxIds.Comments, SandboxIds.Noah, "hello", new SandboxMessageOptions { Id = Fixed });
        Assert.Equal((SandboxPostOutcome.Posted, Fixed), (Post().Outcome, Fixed));
        Assert.Equal(SandboxPostOutcome.AlreadyThere, Post().Outcome);
        sandbox.World.DeleteMessage(SandboxIds.Comments, Fixed, SandboxIds.Noah);
        Assert.Equal(SandboxPostOutcome.WasDeleted, Post().Outcome);
        Assert.Empty(sandbox.World.Messages(SandboxIds.Comments));
    }

    [Fact]
    public async Task A_second_run_finds_the_world_of_the_first()
    {
        string token;
        Snowflake blue;
        await using (SandboxServer first = await StartAsync())
        {
            token = first.BotToken;
            blue = first.World.EnsureMember("Mr Blue", new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
            first.World.PostMessage(SandboxIds.Comments, blue, "stays", new SandboxMessageOptions { Id = Fixed });
            Snowflake gone = first.World.PostMessage(SandboxIds.Comments, blue, "goes", new SandboxMessageOptions { Id = new Snowflake(Fixed.Value + 1) }).Message.Id;
            first.World.DeleteMessage(SandboxIds.Comments, gone, SandboxIds.Mia);
            first.World.EnsureThread(SandboxIds.General, "a thread", blue);
            first.World.Ban(SandboxIds.Admin, SandboxIds.Zoe, "spam");
            first.World.PostDirectMessage(blue, "psst");
        }

        await using SandboxServer second = await StartAsync();
        Assert.Equal(token, second.BotToken);
        Assert.Equal(blue, second.World.EnsureMember("Mr Blue"));
        Assert.Equal(2025, second.World.Member(blue)!.JoinedAt.Year);
        Assert.Equal("stays", Assert.Single(second.World.Messages(SandboxIds.Comments)).Content);
        Assert.Equal(SandboxPostOutcome.WasDeleted, second.World.PostMessage(SandboxIds.Comments, blue, "goes", new SandboxMessageOptions { Id = new Snowflake(Fixed.Value + 1) }).Outcome);
        Assert.Equal("spam", second.World.Bans[SandboxIds.Zoe]);
        Assert.Equal("psst", Assert.Single(second.World.DirectMessages(blue)).Content);
        Assert.Equal([Path.GetFileName(StatePath)], Directory.GetFiles(Path.GetDirectoryName(StatePath)!).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Changes_are_written_while_running()
    {
        await using SandboxServer server = await StartAsync();
        server.World.PostMessage(SandboxIds.Comments, SandboxIds.Noah, "written down");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!File.Exists(StatePath) || !(await File.ReadAllTextAsync(StatePath, patience.Token)).Contains("written down", StringComparison.Ordinal))
            await Task.Delay(50, patience.Token);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"version":99,"botToken":"x","botId":"1","users":[],"guilds":[]}""")]
    public async Task A_damaged_state_file_is_named(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StatePath)!);
        await File.WriteAllTextAsync(StatePath, content);
        SandboxStateException fault = await Assert.ThrowsAsync<SandboxStateException>(StartAsync);
        Assert.Contains(StatePath, fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(StatePath));
    }

    [Fact]
    public async Task Waiting_ends_with_what_was_waited_for_or_in_time()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        Task<SandboxMessage> waiting = sandbox.World.WaitForAsync(w => w.Messages(SandboxIds.General) is [var first, ..] ? first : null, TimeSpan.FromSeconds(10));
        await sandbox.SayAsync(SandboxIds.General, "here");
        Assert.Equal("here", (await waiting).Content);
        await Assert.ThrowsAsync<TimeoutException>(() => sandbox.World.WaitForBotAsync(TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task People_may_do_only_what_their_permissions_allow()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync();
        SandboxWorld world = sandbox.World;
        Snowflake message = world.PostMessage(SandboxIds.General, SandboxIds.Zoe, "mine").Message.Id;
        Assert.Equal(50001, Assert.Throws<SandboxRefusedException>(() => world.PostMessage(SandboxIds.Review, SandboxIds.Noah, "hi")).Code);
        Assert.Equal(50013, Assert.Throws<SandboxRefusedException>(() => world.DeleteMessage(SandboxIds.General, message, SandboxIds.Noah)).Code);
        Assert.Equal(50005, Assert.Throws<SandboxRefusedException>(() => world.EditMessage(SandboxIds.General, message, SandboxIds.Noah, "yours")).Code);
        Assert.Equal(50006, Assert.Throws<SandboxRefusedException>(() => world.PostMessage(SandboxIds.General, SandboxIds.Noah, "  ")).Code);
        Assert.Equal(50035, Assert.Throws<SandboxRefusedException>(() => world.PostMessage(SandboxIds.General, SandboxIds.Noah, new string('x', 4_001))).Code);
        world.DeleteMessage(SandboxIds.General, message, SandboxIds.Mia);
    }

    [Fact]
    public async Task A_channel_keeps_a_bounded_number_of_messages()
    {
        await using TestSandbox sandbox = await TestSandbox.StartAsync(o => o with { MaxMessagesPerChannel = 10 });
        for (int i = 0; i < 25; i++)
            sandbox.World.PostMessage(SandboxIds.General, SandboxIds.Noah, $"{i}");
        Assert.Equal(Enumerable.Range(15, 10).Select(i => $"{i}"), sandbox.World.Messages(SandboxIds.General).Select(m => m.Content));
    }

    private Task<SandboxServer> StartAsync() => SandboxServer.StartAsync(new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), StatePath = StatePath });
}
