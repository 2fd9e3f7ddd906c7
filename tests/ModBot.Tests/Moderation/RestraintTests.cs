using ModBot.Core.Cases;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;
using ModBot.Moderation.Restraints;

namespace ModBot.Tests.Moderation;

/// <summary>The emergency stop and the circuit breaker.</summary>
public sealed class RestraintTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;
    private const GuildPermissions Admin = GuildPermissions.ManageGuild | GuildPermissions.ManageMessages;

    /// <summary>Deleted without a model: a rule of terms acts against members with standing too.</summary>
    private const string Blocked = "the mongoose is here";

    [Fact]
    public async Task A_pause_puts_everything_into_shadow_says_so_everywhere_and_ends_by_itself()
    {
        using ModerationStage stage = ModerationStage.Open();
        await BlockAsync(stage);
        await stage.PostAsync("SPAMSPAM https://discord.gg/abcdef1");
        RecordingResponder paused = await stage.CommandAsync("pause", Moderator, ("duration", "30m"));
        Assert.StartsWith("⏸ **ModBot is paused** by mod500", paused.Text, StringComparison.Ordinal);
        stage.Platform.Calls.Clear();
        await stage.PostAsync(Blocked);
        Assert.Empty(stage.Platform.Calls);
        ModerationCase recorded = (await stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild }, default))[0];
        Assert.Equal((Disposition.Log, Disposition.Delete), (recorded.Disposition, recorded.Intended));
        Assert.Contains("paused by mod500", recorded.Evidence!.Mitigations.Single(), StringComparison.Ordinal);
        Assert.Contains("paused", (await stage.CommandAsync("rules list", Moderator)).Text, StringComparison.Ordinal);
        Assert.Contains("paused", (await stage.CommandAsync("terms list", Moderator)).Text, StringComparison.Ordinal);
        stage.Time.Ahead += TimeSpan.FromMinutes(31);
        await stage.PostAsync(Blocked);
        Assert.Contains(stage.Platform.Calls, call => call.StartsWith("delete", StringComparison.Ordinal));
        Assert.DoesNotContain("paused", (await stage.CommandAsync("terms list", Moderator)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_survives_a_restart_and_is_ended_by_hand()
    {
        using ModerationStage stage = ModerationStage.Open();
        await BlockAsync(stage);
        await stage.CommandAsync("pause", Moderator);
        using ModerationStage next = stage.Reopen();
        await next.PostAsync(Blocked);
        Assert.Empty(next.Platform.Calls);
        Assert.Contains("acts again", (await next.CommandAsync("resume", Moderator)).Text, StringComparison.Ordinal);
        await next.PostAsync(Blocked, author: 78);
        Assert.Contains(next.Platform.Calls, call => call.StartsWith("delete", StringComparison.Ordinal));
        Assert.Contains("not paused", (await next.CommandAsync("resume", Moderator)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_cards_say_that_it_is_paused_and_later_that_it_is_not()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("come to https://discord.gg/abcdef1");
        OutgoingMessage Card() => stage.Platform.Posts.Values.First(post => post.Embeds.Length > 0);
        Assert.Equal("", Card().Content);
        await stage.CommandAsync("pause", Moderator);
        Assert.Contains("paused", Card().Content, StringComparison.Ordinal);
        stage.Time.Ahead += TimeSpan.FromHours(2);
        await stage.Get<RestraintNotices>().TellAsync(ModerationStage.Guild, default);
        Assert.Equal("", Card().Content);
        Assert.Single(stage.Platform.Posts.Values, post => post.Content == RestraintText.Over);
        await stage.Get<RestraintNotices>().TellAsync(ModerationStage.Guild, default);
        Assert.Single(stage.Platform.Posts.Values, post => post.Content == RestraintText.Over);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("30s")]
    [InlineData("8d")]
    public async Task A_pause_that_is_no_time_says_what_to_type(string duration)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("1h30m", (await stage.CommandAsync("pause", Moderator, ("duration", duration))).Text, StringComparison.Ordinal);
        Assert.Equal(GuildState.Calm, await stage.Get<GuildStates>().GetAsync(ModerationStage.Guild, default));
    }

    [Fact]
    public async Task A_rule_that_hits_five_members_with_standing_flags_from_then_on_and_the_moderators_hear_of_it_once()
    {
        using ModerationStage stage = ModerationStage.Open();
        await BlockAsync(stage);
        for (ulong member = 1; member <= 6; member++)
            await PostWithStandingAsync(stage, member);
        IReadOnlyList<ModerationCase> cases = await stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild, Rule = "terms" }, default);
        Assert.Equal([Disposition.Flag, Disposition.Flag, Disposition.Delete, Disposition.Delete, Disposition.Delete, Disposition.Delete], cases.Select(one => one.Disposition));
        Assert.Contains("hit 5 members with standing", cases[0].Evidence!.Mitigations.Single(), StringComparison.Ordinal);
        await stage.Get<RestraintNotices>().TellAsync(ModerationStage.Guild, default);
        await stage.Get<RestraintNotices>().TellAsync(ModerationStage.Guild, default);
        OutgoingMessage notice = Assert.Single(stage.Platform.Posts.Values, post => post.Content.StartsWith('⚠'));
        Assert.Contains("**terms**", notice.Content, StringComparison.Ordinal);

        // Others still act, and a restart forgets nothing.
        await stage.PostAsync("SPAMSPAM", author: 99);
        Assert.Contains(stage.Platform.Calls, call => call.StartsWith("delete", StringComparison.Ordinal));
        using ModerationStage next = stage.Reopen();
        await next.PostAsync(Blocked, author: 100);
        Assert.DoesNotContain(next.Platform.Calls, call => call.StartsWith("delete", StringComparison.Ordinal));

        string button = ((ButtonComponent)notice.Rows[0].Components[0]).CustomId;
        Assert.Contains("Manage Server", (await next.PressAsync(button, Moderator)).Text, StringComparison.Ordinal);
        Assert.Contains("acts again", Assert.Single((await next.PressAsync(button, Admin)).Updates).Content, StringComparison.Ordinal);
        await next.PostAsync(Blocked, author: 101);
        Assert.Contains(next.Platform.Calls, call => call.StartsWith("delete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newcomers_one_member_often_and_a_breaker_that_is_off_trip_nothing()
    {
        using ModerationStage stage = ModerationStage.Open();
        await BlockAsync(stage);
        for (ulong member = 1; member <= 8; member++)
            await stage.PostAsync(Blocked, author: member);
        for (int i = 0; i < 8; i++)
            await PostWithStandingAsync(stage, 50);
        Assert.Empty((await stage.Get<GuildStates>().GetAsync(ModerationStage.Guild, default)).Trips);
        await stage.Get<GuildRules>().SaveSettingsAsync(ModerationStage.Guild, new GuildSettings { BreakerMembers = 0 }, default);
        for (ulong member = 60; member <= 68; member++)
            await PostWithStandingAsync(stage, member);
        Assert.Empty((await stage.Get<GuildStates>().GetAsync(ModerationStage.Guild, default)).Trips);
    }

    private static Task BlockAsync(ModerationStage stage) => stage.CommandAsync("terms add", Admin, ("term", "mongoose"));

    /// <summary>A member of years whose messages were judged often.</summary>
    private static async Task PostWithStandingAsync(ModerationStage stage, ulong member)
    {
        stage.Get<GuildMemories>().Of(ModerationStage.Guild).SetJudged(new Snowflake(member), 50);
        await stage.PostAsync(Blocked, member, message => message with { Author = message.Author with { JoinedAt = DateTimeOffset.UnixEpoch } });
    }
}
