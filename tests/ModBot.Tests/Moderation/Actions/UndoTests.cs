using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation.Actions;

/// <summary>Overturning a case takes back everything it did, step by step, once, and says what it could not.</summary>
public sealed class UndoTests
{
    private static readonly Snowflake Role = new(900);

    [Fact]
    public async Task Everything_is_taken_back_told_and_recorded_on_the_case()
    {
        using ActionStage stage = await ActionStage.OpenAsync(
            new TimeoutAction { Duration = TimeSpan.FromDays(1) }, new AddRoleAction { Role = Role }, new NicknameAction { Name = "Quiet" }, new StrikeAction { Points = 2 }, new ReplyAction { Text = "Removed." },
            new AddToCounterAction { Counter = "heat" });
        stage.Platform.Members[ActionStage.Member] = new GuildMember { Id = ActionStage.Member, Permissions = GuildPermissions.None, IsBelowBot = true, Nickname = "Sam" };
        ModerationCase opened = await stage.PostAsync();
        Snowflake reply = stage.Platform.Posts.First(post => post.Value.Content == "Removed.").Key;
        stage.Platform.Calls.Clear();
        RecordingResponder answer = await stage.OverturnAsync(opened.Number);
        Assert.Equal(["delete " + ModerationStage.Channel + "/" + reply, "direct 77", "nickname 77/Sam", "remove-role 77/900", "untimeout 77"], stage.Calls.Order(StringComparer.Ordinal));
        ModerationCase after = await stage.CaseAsync(opened.Number);
        Assert.All(after.Actions.Where(action => action.Action is TakeBackAction), step => Assert.Equal(ActionState.Done, step.State));
        string said = Assert.Single(answer.FollowUps).Content;
        foreach (string part in (string[])["the timeout is lifted", "<@&900> is taken back", "the nickname is restored", "2 strike points refunded", "heat is 0", "no platform gives a deleted message back"])
            Assert.Contains(part, said, StringComparison.Ordinal);
        Assert.Contains("taken it back", Assert.Single(stage.Platform.Directs), StringComparison.Ordinal);
        Assert.Contains("no strike points", (await stage.Stage.CommandAsync("strikes remove", ActionStage.Moderator, ("member", ActionStage.Member))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_press_changes_nothing()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction());
        ModerationCase opened = await stage.PostAsync();
        await stage.OverturnAsync(opened.Number);
        stage.Platform.Calls.Clear();
        RecordingResponder second = await stage.OverturnAsync(opened.Number, moderator: 502);
        Assert.Empty(stage.Calls);
        Assert.Contains("already overturned by mod501", Assert.Single(second.FollowUps).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_temporary_ban_is_lifted_now_and_not_a_second_time_at_its_end()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction { Duration = TimeSpan.FromDays(1) });
        ModerationCase opened = await stage.PostAsync();
        await stage.OverturnAsync(opened.Number);
        await stage.PassAsync(TimeSpan.FromDays(2));
        Assert.Equal(1, stage.Calls.Count(call => call == "unban 77"));
    }

    [Fact]
    public async Task What_cannot_be_taken_back_is_said_and_harms_nothing_else()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new KickAction(), new StrikeAction());
        ModerationCase opened = await stage.PostAsync();
        RecordingResponder answer = await stage.OverturnAsync(opened.Number);
        string said = Assert.Single(answer.FollowUps).Content;
        Assert.Contains("kick: not taken back, a kick cannot be taken back", said, StringComparison.Ordinal);
        Assert.Contains("1 strike point refunded", said, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Platform.Posts.Values, post => post.Embeds.Any(embed => embed.Title?.Contains("could not be carried out", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task A_step_that_fails_for_a_while_is_done_later_by_the_next_process()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction { Duration = TimeSpan.FromDays(1) });
        ModerationCase opened = await stage.PostAsync();
        stage.Platform.Answers["untimeout"] = new ActionOutcome(OutcomeKind.Unavailable, "no answer");
        Assert.Contains("tried again by itself", Assert.Single((await stage.OverturnAsync(opened.Number)).FollowUps).Content, StringComparison.Ordinal);
        stage.Restart();
        await stage.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Contains("untimeout 77", stage.Calls);
    }

    [Fact]
    public async Task Another_cases_timeout_goes_on()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction { Duration = TimeSpan.FromHours(1) });
        ModerationCase brief = await stage.PostAsync();
        await stage.ChangeAsync("act", "mongoose", Disposition.Delete, new TimeoutAction { Duration = TimeSpan.FromDays(3) });
        await stage.PostAsync();
        RecordingResponder answer = await stage.OverturnAsync(brief.Number);
        Assert.Contains("still timed out by case 2 for 2d23h", Assert.Single(answer.FollowUps).Content, StringComparison.Ordinal);
        Assert.NotNull(stage.Platform.TimedOutUntil);
    }

    [Fact]
    public async Task What_the_ladder_did_is_taken_back_with_the_strike_that_led_there()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new StrikeAction { Points = 3 });
        ModerationCase opened = await stage.PostAsync();
        Assert.Contains("timeout 77", stage.Calls);
        await stage.OverturnAsync(opened.Number);
        Assert.Contains("untimeout 77", stage.Calls);
    }

    [Fact]
    public async Task What_was_not_done_yet_is_not_done_any_more()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction());
        stage.Platform.Answers["timeout"] = new ActionOutcome(OutcomeKind.Unavailable, "no answer");
        ModerationCase opened = await stage.PostAsync();
        stage.Platform.Answers.Clear();
        await stage.OverturnAsync(opened.Number);
        stage.Platform.Calls.Clear();
        await stage.PassAsync(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain("timeout 77", stage.Calls);
        Assert.Equal("overturned before it was done", (await stage.CaseAsync(opened.Number)).Actions.Single(action => action.Action is TimeoutAction).Detail);
    }

    [Fact]
    public async Task The_deleted_message_is_posted_again_once_where_a_moderator_asks()
    {
        using ActionStage stage = await ActionStage.OpenAsync();
        ModerationCase opened = await stage.PostAsync();
        string repost = CaseButton.Repost.IdFor(opened.Number);
        Assert.Contains("no deleted message", (await stage.Stage.PressAsync(repost, ActionStage.Moderator)).Text, StringComparison.Ordinal);
        await stage.OverturnAsync(opened.Number);
        Assert.DoesNotContain(stage.Calls, call => call.StartsWith("post-as", StringComparison.Ordinal));
        for (int i = 0; i < 2; i++)
            Assert.Contains("the message is posted again", (await stage.Stage.PressAsync(repost, ActionStage.Moderator)).Text, StringComparison.Ordinal);
        Assert.Equal($"post-as {ModerationStage.Channel}/user77/{ActionStage.Text}\n-# posted again by the moderators (case 1)", Assert.Single(stage.Calls, call => call.StartsWith("post-as", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_repost_that_was_refused_may_be_tried_again_and_one_that_may_have_arrived_is_not()
    {
        using ActionStage stage = await ActionStage.OpenAsync();
        string[] reposts = [CaseButton.Repost.IdFor((await stage.PostAsync()).Number), CaseButton.Repost.IdFor((await stage.PostAsync(author: 78)).Number)];
        await stage.OverturnAsync(1);
        await stage.OverturnAsync(2);
        async Task<string> PressAsync(int index) => (await stage.Stage.PressAsync(reposts[index], ActionStage.Moderator)).Text;
        stage.Platform.Answers["post-as"] = new ActionOutcome(OutcomeKind.Forbidden, "Manage Webhooks is missing");
        Assert.Contains("Manage Webhooks is missing", await PressAsync(0), StringComparison.Ordinal);
        stage.Platform.Answers["post-as"] = new ActionOutcome(OutcomeKind.Unavailable, "no answer.");
        Assert.Contains("may have been posted again already", await PressAsync(1), StringComparison.Ordinal);
        stage.Platform.Answers.Clear();
        Assert.Contains("is posted again", await PressAsync(0), StringComparison.Ordinal);
        Assert.Contains("may have been posted again already", await PressAsync(1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upholding_takes_nothing_back()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction());
        ModerationCase opened = await stage.PostAsync();
        stage.Platform.Calls.Clear();
        await stage.Stage.PressAsync(CaseButton.Uphold.IdFor(opened.Number), ActionStage.Moderator);
        Assert.Empty(stage.Calls);
        Assert.DoesNotContain((await stage.CaseAsync(opened.Number)).Actions, action => action.Action is TakeBackAction);
    }

    [Fact]
    public async Task Everything_one_rule_did_within_a_time_is_taken_back_and_nothing_else()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction { Duration = TimeSpan.FromDays(1) });
        await stage.PostAsync(author: 70);
        stage.Stage.Time.Ahead += TimeSpan.FromHours(2);
        await stage.ChangeAsync("other", "weasel", Disposition.Delete, new TimeoutAction());
        await stage.PostAsync(author: 71);
        await stage.PostAsync("a weasel", author: 72);
        await stage.PostAsync(author: 73);
        await stage.Stage.PressAsync(CaseButton.Uphold.IdFor(4), ActionStage.Moderator);
        async Task<string> UndoAsync() => (await stage.Stage.CommandAsync("undo rule", ActionStage.Moderator, ("name", "act"), ("since", "1h"))).Text;
        Assert.Contains("1 case of `act` overturned", await UndoAsync(), StringComparison.Ordinal);
        Assert.Equal(["untimeout 71"], stage.Calls.Where(call => call.StartsWith("untimeout", StringComparison.Ordinal)));
        Assert.Contains("within 1h", (await stage.CaseAsync(2)).Reviews[0].Reason, StringComparison.Ordinal);
        Assert.Contains("did nothing within 1h", await UndoAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("60d")]
    public async Task Undoing_a_rule_needs_a_time_that_can_be_read(string since)
    {
        using ActionStage stage = await ActionStage.OpenAsync();
        Assert.Contains("1h30m", (await stage.Stage.CommandAsync("undo rule", ActionStage.Moderator, ("name", "act"), ("since", since))).Text, StringComparison.Ordinal);
    }
}
