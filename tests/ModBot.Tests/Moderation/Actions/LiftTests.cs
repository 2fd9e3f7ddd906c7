using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Tests.Moderation.Actions;

/// <summary>What is done for a time is taken back at its end, by whichever process lives then, and leaves things as they were before.</summary>
public sealed class LiftTests
{
    private static readonly Snowflake Role = new(900);

    [Fact]
    public async Task A_temporary_ban_is_lifted_by_the_next_process_and_once()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction { Duration = TimeSpan.FromHours(1) });
        ModerationCase opened = await stage.PostAsync();
        stage.Restart();
        await stage.PassAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(stage.Calls);
        await stage.PassAsync(TimeSpan.FromMinutes(2));
        await stage.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(["unban 77"], stage.Calls);
        Assert.Equal((ActionState.Done, "the ban is lifted"), (await stage.CaseAsync(opened.Number)).Actions[^1] is { } lift ? (lift.State, lift.Detail) : default);
    }

    [Fact]
    public async Task The_lift_is_stored_before_the_ban_so_that_a_crash_in_between_leaves_nobody_banned_for_good()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction { Duration = TimeSpan.FromHours(1) });
        int liftsAtBan = -1;
        stage.Platform.Faults["ban"] = new OperationCanceledException();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stage.Stage.PostAsync(ActionStage.Text));
        liftsAtBan = (await stage.NewestAsync()).Actions.Count(action => action.Action is TakeBackAction);
        Assert.Equal(1, liftsAtBan);
        stage.Restart();
        await stage.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["ban 77"], stage.Calls);
        Assert.Single((await stage.NewestAsync()).Actions, action => action.Action is TakeBackAction);
    }

    [Fact]
    public async Task Where_the_ban_fails_nothing_is_lifted()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction { Duration = TimeSpan.FromHours(1) });
        stage.Platform.Answers["ban"] = new ActionOutcome(OutcomeKind.Forbidden, "no permission");
        await stage.PostAsync();
        await stage.PassAsync(TimeSpan.FromHours(2));
        Assert.DoesNotContain("unban 77", stage.Calls);
    }

    [Fact]
    public async Task A_ban_that_another_case_still_asks_for_is_not_lifted()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction { Duration = TimeSpan.FromHours(1) });
        await stage.PostAsync();
        await stage.ChangeAsync("act", "mongoose", Disposition.Delete, new BanAction());
        await stage.PostAsync();
        await stage.PassAsync(TimeSpan.FromHours(2));
        Assert.DoesNotContain("unban 77", stage.Calls);
        Assert.Equal("still banned by case 2", (await stage.CaseAsync(1)).Actions[^1].Detail);
    }

    [Fact]
    public async Task A_role_for_a_time_is_taken_back_unless_the_member_had_it_before()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new AddRoleAction { Role = Role, Duration = TimeSpan.FromHours(1) });
        await stage.PostAsync();
        stage.Platform.Members[new Snowflake(78)] = new GuildMember { Id = new Snowflake(78), Permissions = GuildPermissions.None, IsBelowBot = true, RoleIds = [Role] };
        await stage.PostAsync(author: 78);
        await stage.PassAsync(TimeSpan.FromHours(2));
        Assert.Contains("remove-role 77/900", stage.Calls);
        Assert.DoesNotContain("remove-role 78/900", stage.Calls);
    }

    [Fact]
    public async Task Of_two_locks_the_second_holds_and_the_channel_is_then_as_before_the_first()
    {
        var before = new ChannelOverwrite(GuildPermissions.ViewChannel, GuildPermissions.AttachFiles);
        using ActionStage stage = await ActionStage.OpenAsync(new LockChannelAction { Duration = TimeSpan.FromHours(1) });
        stage.Platform.Channels[ModerationStage.Channel] = new GuildChannel { Id = ModerationStage.Channel, Everyone = before };
        await stage.PostAsync();
        await stage.PassAsync(TimeSpan.FromMinutes(30));
        await stage.PostAsync(author: 78);
        Assert.True(IsLocked(stage));
        await stage.PassAsync(TimeSpan.FromMinutes(31));
        Assert.True(IsLocked(stage));
        await stage.PassAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(before, stage.Platform.Channels[ModerationStage.Channel].Everyone);
    }

    [Fact]
    public async Task Slowmode_goes_back_to_what_it_was_and_a_thread_is_opened_again()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new SlowmodeAction { Interval = TimeSpan.FromMinutes(1), Duration = TimeSpan.FromMinutes(10) }, new LockChannelAction { Duration = TimeSpan.FromMinutes(10) });
        stage.Platform.Channels[ModerationStage.Channel] = new GuildChannel { Id = ModerationStage.Channel, IsThread = true, Slowmode = TimeSpan.FromSeconds(5) };
        await stage.PostAsync();
        await stage.PassAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(
            [$"archive {ModerationStage.Channel}/True/True", $"slowmode {ModerationStage.Channel}/60", $"archive {ModerationStage.Channel}/False/False", $"slowmode {ModerationStage.Channel}/5"],
            stage.Calls.Where(call => call.StartsWith("archive", StringComparison.Ordinal) || call.StartsWith("slowmode", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_reply_goes_away_after_its_time()
    {
        using ActionStage stage = await ActionStage.OpenAsync(Disposition.Log, new ReplyAction { Text = "Mind the rules.", DeleteAfter = TimeSpan.FromSeconds(20) });
        await stage.PostAsync();
        Snowflake reply = stage.Platform.Posts.Keys.Single();
        await stage.PassAsync(TimeSpan.FromSeconds(21));
        Assert.Equal([$"post {ModerationStage.Channel}", $"delete {ModerationStage.Channel}/{reply}"], stage.Calls);
    }

    [Fact]
    public async Task A_lift_that_fails_is_tried_again_and_in_the_end_told()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction { Duration = TimeSpan.FromMinutes(1) });
        await stage.PostAsync();
        stage.Platform.Answers["unban"] = new ActionOutcome(OutcomeKind.Unavailable, "no answer");
        await stage.PassAsync(TimeSpan.FromMinutes(2));
        stage.Platform.Answers["unban"] = new ActionOutcome(OutcomeKind.Forbidden, "Ban Members is missing");
        await stage.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains(stage.Platform.Posts.Values, post => post.Embeds.Any(embed => embed.Description?.Contains("Ban Members is missing", StringComparison.Ordinal) == true));
    }

    private static bool IsLocked(ActionStage stage) => stage.Platform.Channels[ModerationStage.Channel].Everyone is { } everyone && everyone.Deny.HasFlag(GuildPermissions.SendMessages);
}
