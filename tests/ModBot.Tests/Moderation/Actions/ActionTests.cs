using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;
using ModBot.Moderation.Restraints;

namespace ModBot.Tests.Moderation.Actions;

/// <summary>What rules ask for is done, each on its own, and never against those who moderate.</summary>
public sealed class ActionTests
{
    private static readonly Snowflake Role = new(900);

    public static TheoryData<string, string> Calls => new()
    {
        { """{"action":"timeout","duration":"1h"}""", "timeout 77" },
        { """{"action":"kick"}""", "kick 77" },
        { """{"action":"ban","delete-days":3}""", "ban 77" },
        { """{"action":"softban"}""", "ban 77,unban 77" },
        { """{"action":"add-role","role":"900"}""", "add-role 77/900" },
        { """{"action":"remove-role","role":"900"}""", "remove-role 77/900" },
        { """{"action":"nickname","name":"Quiet"}""", "nickname 77/Quiet" },
        { """{"action":"slowmode","interval":"30s"}""", "slowmode 8388608/30" },
        { """{"action":"lock-channel"}""", "overwrite 8388608/AddReactions, SendMessages, CreatePublicThreads, CreatePrivateThreads, SendMessagesInThreads" },
        { """{"action":"pause-invites"}""", "pause-invites" },
        { """{"action":"start-thread","name":"Talk with {name}"}""", "thread 8388608//Talk with user77" },
        { """{"action":"reply","text":"{user}, mind rule {rule}"}""", "post 8388608" },
        { """{"action":"message","text":"hello","channel":"4711"}""", "post 4711" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Each_action_makes_its_calls(string action, string calls)
    {
        using ActionStage stage = await ActionStage.OpenAsync(RuleActionJson.ReadText(action));
        ModerationCase opened = await stage.PostAsync();
        Assert.Equal(calls, string.Join(',', stage.Calls.Where(call => !call.StartsWith("delete", StringComparison.Ordinal))));
        Assert.All(opened.Actions.Where(one => one.Action.Kind != ActionKind.TakeBack), one => Assert.Equal(ActionState.Done, one.State));
    }

    [Fact]
    public async Task Texts_are_filled_in_made_harmless_and_ping_only_the_role_that_is_named()
    {
        using ActionStage stage = await ActionStage.OpenAsync(
            new ReplyAction { Text = "{name} in {channel} of {server}: rule {rule} (case {case})" }, new AlertAction { Text = "{user} again", PingRole = Role });
        await stage.PostAsync(change: message => message with { Author = message.Author with { Nickname = "**@everyone**" } });
        OutgoingMessage reply = stage.Platform.Posts.Values.First(post => post.Content.Contains("rule act", StringComparison.Ordinal));
        Assert.StartsWith(@"\*\*\@everyone\*\*", reply.Content, StringComparison.Ordinal);
        Assert.Null(reply.ReplyTo);
        OutgoingMessage alert = stage.Platform.Posts.Values.First(post => post.Content.Contains("again", StringComparison.Ordinal));
        Assert.Equal(("<@&900> <@77> again", Role), (alert.Content, Assert.Single(alert.PingRoles)));
    }

    [Fact]
    public async Task An_action_that_fails_or_throws_does_not_keep_the_others_from_being_done()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new StrikeAction(), new AddRoleAction { Role = Role }, new TimeoutAction(), new ReplyAction { Text = "no" });
        stage.Platform.Answers["delete"] = new ActionOutcome(OutcomeKind.Forbidden, "no permission");
        stage.Platform.Faults["add-role"] = new InvalidOperationException("a bug");
        ModerationCase opened = await stage.PostAsync();
        Assert.Equal(
            [ActionState.Failed, ActionState.Done, ActionState.Pending, ActionState.Done, ActionState.Done],
            opened.Actions.Select(action => action.State));
        Assert.Contains("a bug", opened.Actions[2].Detail, StringComparison.Ordinal);
        stage.Platform.Faults.Clear();
        await stage.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(ActionState.Done, (await stage.CaseAsync(opened.Number)).Actions[2].State);
        Assert.Equal(1, stage.Calls.Count(call => call.StartsWith("timeout", StringComparison.Ordinal)));
    }

    public static TheoryData<string> Shielded => ["owner", "self", "moderator", "above"];

    [Theory]
    [MemberData(nameof(Shielded))]
    public async Task Nobody_who_moderates_is_acted_against_whatever_the_rule_says(string who)
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction(), new AddRoleAction { Role = Role }, new NicknameAction { Name = "x" });
        var ordinary = new GuildMember { Id = ActionStage.Member, Permissions = GuildPermissions.SendMessages, IsBelowBot = true };
        stage.Platform.Members[ActionStage.Member] = who switch
        {
            "owner" => ordinary with { IsOwner = true },
            "self" => ordinary with { IsSelf = true },
            "moderator" => ordinary with { Permissions = GuildPermissions.ManageMessages },
            _ => ordinary with { IsBelowBot = false },
        };
        ModerationCase opened = await stage.PostAsync();
        Assert.All(opened.Actions.Where(action => action.Action.Punishes), action => Assert.Equal((ActionState.Failed, true), (action.State, action.Detail.StartsWith("not done: ", StringComparison.Ordinal))));
        Assert.StartsWith("delete", Assert.Single(stage.Calls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_is_banned_all_the_same_and_nothing_else()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction(), new AddRoleAction { Role = Role });
        stage.Platform.Members[ActionStage.Member] = null;
        ModerationCase opened = await stage.PostAsync();
        Assert.Contains("ban 77", stage.Calls);
        Assert.Equal("no longer a member", opened.Actions.Single(action => action.Action.Kind == ActionKind.AddRole).Detail);
    }

    [Fact]
    public async Task A_longer_timeout_that_holds_is_not_made_shorter()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new TimeoutAction { Duration = TimeSpan.FromMinutes(10) });
        stage.Platform.Members[ActionStage.Member] = new GuildMember { Id = ActionStage.Member, Permissions = GuildPermissions.None, IsBelowBot = true, TimedOutUntil = TimeProvider.System.GetUtcNow().AddDays(1) };
        await stage.PostAsync();
        Assert.DoesNotContain(stage.Calls, call => call.StartsWith("timeout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_authors_latest_messages_go_too_within_the_time_and_the_number()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new DeleteRecentAction { Count = 2, Within = TimeSpan.FromMinutes(10) });
        List<ChatMessage> earlier = [];
        for (int i = 0; i < 4; i++)
            earlier.Add(await stage.Stage.PostAsync($"innocent line {i}"));
        await stage.Stage.PostAsync("somebody else's", author: 78);
        await stage.PostAsync();
        string bulk = Assert.Single(stage.Calls, call => call.StartsWith("bulk-delete", StringComparison.Ordinal));
        Assert.EndsWith($"/{earlier[3].Id},{earlier[2].Id}", bulk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_line_goes_to_the_log_channel_where_there_is_one()
    {
        using ActionStage stage = await ActionStage.OpenAsync(Disposition.Log, new LogAction());
        await stage.PostAsync();
        Assert.Empty(stage.Calls);
        await stage.Stage.Get<GuildRules>().SaveSettingsAsync(ModerationStage.Guild, new GuildSettings { LogChannel = new Snowflake(4711) }, default);
        await stage.PostAsync();
        Assert.Equal(["post 4711"], stage.Calls);
    }

    [Fact]
    public async Task What_waits_when_somebody_pauses_ModBot_is_not_done_and_lifts_still_are()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new BanAction { Duration = TimeSpan.FromHours(1) });
        await stage.PostAsync();
        stage.Platform.Answers["ban"] = new ActionOutcome(OutcomeKind.Unavailable, "no answer");
        ModerationCase waiting = await stage.PostAsync(author: 78);
        await stage.Stage.CommandAsync("pause", ActionStage.Moderator, ("duration", "3h"));
        stage.Platform.Answers.Clear();
        stage.Platform.Calls.Clear();
        await stage.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(["unban 77"], stage.Calls);
        Assert.Contains("paused by mod500", (await stage.CaseAsync(waiting.Number)).Actions.Single(action => action.Action.Kind == ActionKind.Ban).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counters_are_kept_by_author_channel_and_server_and_seen_by_later_judging()
    {
        using ActionStage stage = await ActionStage.OpenAsync(Disposition.Log, new AddToCounterAction { Counter = "heat", Amount = 2 });
        ModerationCase first = await stage.PostAsync();
        Assert.Equal("heat is 2", first.Actions[0].Detail);
        Assert.Equal("heat is 4", (await stage.PostAsync()).Actions[0].Detail);
        Assert.Equal("heat is 2", (await stage.PostAsync(author: 78)).Actions[0].Detail);
        await stage.ChangeAsync("act", "mongoose", Disposition.Log, new ResetCountersAction());
        Assert.Equal("1 counter set back", (await stage.PostAsync()).Actions[0].Detail);
    }

    [Fact]
    public async Task The_raid_level_is_raised_never_lowered_by_a_lesser_one_and_ends_by_itself()
    {
        using ActionStage stage = await ActionStage.OpenAsync(Disposition.Log, new RaidLevelAction { Level = RaidLevel.High, Duration = TimeSpan.FromMinutes(5) });
        async Task<RaidLevel> LevelAsync() => (await stage.Stage.Get<GuildStates>().GetAsync(ModerationStage.Guild, default)).Raid?.Level ?? RaidLevel.None;
        await stage.PostAsync();
        Assert.Equal(RaidLevel.High, await LevelAsync());
        await stage.ChangeAsync("act", "mongoose", Disposition.Log, new RaidLevelAction { Level = RaidLevel.Low });
        await stage.PostAsync();
        Assert.Equal(RaidLevel.High, await LevelAsync());
        stage.Stage.Time.Ahead += TimeSpan.FromMinutes(6);
        Assert.Equal(RaidLevel.None, await LevelAsync());
    }
}
