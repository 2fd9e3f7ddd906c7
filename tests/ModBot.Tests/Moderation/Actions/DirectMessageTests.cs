using ModBot.Core.Actions;
using ModBot.Core.Cases;
using ModBot.Core.Guilds;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation.Restraints;

namespace ModBot.Tests.Moderation.Actions;

/// <summary>Direct messages are rationed: none for spam, in an incident or a raid, one an hour for a member, none after a refusal.</summary>
public sealed class DirectMessageTests
{
    [Fact]
    public async Task A_member_is_told_once_an_hour()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new NotifyAuthorAction());
        await stage.PostAsync();
        ModerationCase second = await stage.PostAsync();
        Assert.Contains("was removed (case 1)", Assert.Single(stage.Platform.Directs), StringComparison.Ordinal);
        Assert.Equal((ActionState.Failed, "not told: the member had a direct message within the hour"), Notice(second));
        stage.Stage.Time.Ahead += TimeSpan.FromHours(1.1);
        await stage.PostAsync();
        Assert.Equal(2, stage.Platform.Directs.Count);
    }

    [Fact]
    public async Task Spammers_are_told_nothing()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new NotifyAuthorAction());
        ModerationCase spam = await stage.PostAsync($"SPAMSPAM {ActionStage.Text}");
        Assert.Contains(Category.Spam, spam.Categories);
        Assert.Empty(stage.Platform.Directs);
        Assert.Equal((ActionState.Failed, "not told: spammers get no messages"), Notice(spam));
    }

    [Fact]
    public async Task In_a_raid_nobody_is_told_and_a_warning_stands_all_the_same()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new WarnAction());
        await stage.Stage.Get<GuildStates>().ChangeAsync(ModerationStage.Guild, state => state with { Raid = new RaidAlarm(RaidLevel.Low, DateTimeOffset.MaxValue) }, default);
        ModerationCase warned = await stage.PostAsync();
        Assert.Empty(stage.Platform.Directs);
        Assert.Equal((ActionState.Done, "warned; not told: a raid is under way"), Notice(warned));
    }

    [Fact]
    public async Task Who_takes_no_messages_is_not_tried_again()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new NotifyAuthorAction());
        stage.Platform.Answers["direct"] = new ActionOutcome(OutcomeKind.Forbidden, "The member takes no direct messages from the bot (50007).");
        ModerationCase first = await stage.PostAsync();
        Assert.Equal(ActionState.Failed, Notice(first).State);
        stage.Stage.Time.Ahead += TimeSpan.FromHours(5);
        await stage.Stage.SweepAsync();
        await stage.PostAsync();
        Assert.Single(stage.Platform.Directs);
        Assert.DoesNotContain(stage.Platform.Posts.Values, post => post.Embeds.Any(embed => embed.Title?.Contains("could not be carried out", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task A_text_of_the_moderators_own_is_filled_in()
    {
        using ActionStage stage = await ActionStage.OpenAsync(new WarnAction { Text = "{name}, that was rule {rule}." });
        await stage.PostAsync();
        Assert.Equal("user77, that was rule act.", Assert.Single(stage.Platform.Directs));
    }

    private static (ActionState State, string Detail) Notice(ModerationCase about) =>
        about.Actions.Single(action => action.Action.Kind is ActionKind.NotifyAuthor or ActionKind.Warn) is { } notice ? (notice.State, notice.Detail) : default;
}
