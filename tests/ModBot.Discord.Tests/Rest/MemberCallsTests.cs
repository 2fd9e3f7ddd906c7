using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Tests.Support;

namespace ModBot.Discord.Tests.Rest;

public sealed class MemberCallsTests
{
    private static readonly Snowflake Guild = new(1000);
    private static readonly Snowflake User = new(3000);

    [Theory]
    [InlineData(1, "2026-01-02T00:00:00+00:00")]
    [InlineData(400, "2026-01-28T23:59:50+00:00")]
    public async Task Timeouts_end_when_asked_and_after_28_days_at_most(int days, string expected)
    {
        string sent = "";
        var platform = new FakePlatform((_, body) =>
        {
            sent = body;
            return FakeRest.Reply(200, "{}");
        });
        DateTimeOffset until = (platform.Rest.Time.GetUtcNow() + TimeSpan.FromDays(days)).ToOffset(TimeSpan.FromHours(5));
        Assert.True((await platform.Rest.RunAsync(platform.Port.TimeoutAsync(Guild, User, until, "r", CancellationToken.None))).IsDone);
        Assert.Equal($$"""{"communication_disabled_until":"{{expected}}"}""", sent);
        await platform.Rest.RunAsync(platform.Port.TimeoutAsync(Guild, User, null, "r", CancellationToken.None));
        Assert.Equal("""{"communication_disabled_until":null}""", sent);
    }

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(3600, 3600)]
    [InlineData(9_999_999, 604_800)]
    public async Task Bans_delete_at_most_seven_days(double seconds, int expected)
    {
        string sent = "";
        var platform = new FakePlatform((_, body) =>
        {
            sent = body;
            return FakeRest.Reply(204);
        });
        await platform.Rest.RunAsync(platform.Port.BanAsync(Guild, User, TimeSpan.FromSeconds(seconds), "r", CancellationToken.None));
        Assert.Equal($$"""{"delete_message_seconds":{{expected}}}""", sent);
    }

    [Theory]
    [InlineData(404, 10007, OutcomeKind.Done)]
    [InlineData(404, 10004, OutcomeKind.NotFound)]
    [InlineData(403, 50013, OutcomeKind.Forbidden)]
    [InlineData(204, 0, OutcomeKind.Done)]
    public async Task Kicking_who_left_is_done(int status, int code, OutcomeKind kind)
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(status, $$"""{"code":{{code}},"message":"m"}"""));
        Assert.Equal(kind, (await platform.Rest.RunAsync(platform.Port.KickAsync(Guild, User, "r", CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task Lifting_a_ban_that_is_none_is_done()
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(404, """{"code":10026,"message":"Unknown Ban"}"""));
        Assert.True((await platform.Rest.RunAsync(platform.Port.UnbanAsync(Guild, User, "r", CancellationToken.None))).IsDone);
    }

    [Fact]
    public async Task The_owner_the_bot_itself_and_higher_roles_are_refused_before_the_call()
    {
        var platform = new FakePlatform((_, _) => FakeRest.Reply(204));
        platform.Know(Samples.Guild.Replace("\"1374389542918\"", "\"1374658231302\"", StringComparison.Ordinal));
        Assert.Equal(OutcomeKind.Forbidden, (await platform.Port.BanAsync(Guild, new Snowflake(2000), default, "", CancellationToken.None)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await platform.Port.KickAsync(Guild, new Snowflake(ScriptedDiscord.BotId), "", CancellationToken.None)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await platform.Port.AddRoleAsync(Guild, User, new Snowflake(1001), "", CancellationToken.None)).Kind);
        Assert.Empty(platform.Calls);
        Assert.True((await platform.Rest.RunAsync(platform.Port.AddRoleAsync(Guild, User, new Snowflake(1003), "", CancellationToken.None))).IsDone);
        Assert.True((await platform.Rest.RunAsync(platform.Port.RemoveRoleAsync(Guild, User, new Snowflake(1003), "", CancellationToken.None))).IsDone);
        Assert.Equal(["PUT guilds/1000/members/3000/roles/1003", "DELETE guilds/1000/members/3000/roles/1003"], platform.Calls);
    }
}
