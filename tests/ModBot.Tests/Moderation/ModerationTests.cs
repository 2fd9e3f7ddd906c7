using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

public sealed class ModerationTests
{
    private const string Spam = "SPAMSPAM";

    [Fact]
    public async Task Spam_from_a_newcomer_is_deleted_and_a_case_keeps_the_evidence()
    {
        using ModerationStage stage = ModerationStage.Open();
        ChatMessage message = await stage.PostAsync(Spam);
        Assert.Equal([$"delete {ModerationStage.Channel}/{message.Id}"], stage.Platform.Calls);
        ModerationCase opened = (await stage.Log.GetCaseAsync(ModerationStage.Guild, 1, default))!;
        Assert.Equal((Disposition.Delete, "spam", Spam), (opened.Disposition, opened.Rule, opened.Evidence!.Content));
        Assert.All(opened.Actions, action => Assert.Equal(ActionState.Done, action.State));
        Assert.Contains(opened.Actions, action => action.Action.Kind == ActionKind.Strike);
    }

    [Fact]
    public async Task A_redelivered_message_is_judged_once()
    {
        using ModerationStage stage = ModerationStage.Open();
        ChatMessage message = await stage.PostAsync(Spam);
        await stage.HandleAsync(message);
        Assert.Single(stage.Platform.Calls);
        Assert.Single(await stage.Log.ListCasesAsync(new CaseQuery { GuildId = ModerationStage.Guild }, default));
    }

    [Fact]
    public async Task An_edit_into_spam_is_judged_as_a_new_revision()
    {
        using ModerationStage stage = ModerationStage.Open();
        ChatMessage message = await stage.PostAsync("hello");
        Assert.Empty(stage.Platform.Calls);
        await stage.HandleAsync(message with { Content = Spam, IsEdit = true, EditedAt = message.Id.Timestamp.AddMinutes(1) });
        Assert.Single(stage.Platform.Calls);
    }

    [Fact]
    public async Task Shadow_records_and_does_nothing()
    {
        using ModerationStage stage = ModerationStage.Open(RuleMode.Shadow);
        await stage.PostAsync(Spam);
        Assert.Empty(stage.Platform.Calls);
        ModerationCase opened = (await stage.Log.GetCaseAsync(ModerationStage.Guild, 1, default))!;
        Assert.Equal((Disposition.Log, Disposition.Delete), (opened.Disposition, opened.Intended));
        Assert.Empty(opened.Actions);
    }

    [Fact]
    public async Task An_action_that_fails_does_not_stop_the_rest()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.Platform.Answers["delete"] = new ActionOutcome(OutcomeKind.Forbidden, "Manage Messages is missing in this channel");
        await stage.PostAsync(Spam);
        ModerationCase opened = (await stage.Log.GetCaseAsync(ModerationStage.Guild, 1, default))!;
        Assert.Equal(ActionState.Failed, opened.Actions.Single(action => action.Action.Kind == ActionKind.Delete).State);
        Assert.Equal("Manage Messages is missing in this channel", opened.Actions.Single(action => action.Action.Kind == ActionKind.Delete).Detail);
        Assert.Equal(ActionState.Done, opened.Actions.Single(action => action.Action.Kind == ActionKind.Strike).State);
    }

    [Fact]
    public async Task A_member_with_standing_is_flagged_and_a_moderator_left_alone()
    {
        using ModerationStage stage = ModerationStage.Open();
        for (int i = 0; i < 20; i++)
            await stage.PostAsync($"hello number {i}", change: message => message with { Author = message.Author with { JoinedAt = DateTimeOffset.UnixEpoch } });
        await stage.PostAsync(Spam, change: message => message with { Author = message.Author with { JoinedAt = DateTimeOffset.UnixEpoch } });
        await stage.PostAsync(Spam, author: 78, change: message => message with { Author = message.Author with { IsModerator = true } });
        Assert.Equal([$"post {ModerationStage.Review}"], stage.Platform.Calls);
    }

    [Fact]
    public async Task Repeats_make_one_incident_with_one_card_and_the_earlier_ones_go_too()
    {
        using ModerationStage stage = ModerationStage.Open();
        var ids = new List<Snowflake>();
        for (uint i = 0; i < 6; i++)
        {
            ChatMessage message = await stage.PostAsync("join our wonderful pottery evening tonight", change: original => original with { Id = Snowflake.At(new DateTimeOffset(2026, 3, 2, 0, 0, (int)i * 5, TimeSpan.Zero), i) });
            ids.Add(message.Id);
        }

        Assert.Equal(1, stage.Platform.Calls.Count(call => call.StartsWith("post", StringComparison.Ordinal)));
        string calls = string.Join(' ', stage.Platform.Calls.Where(call => call.Contains("delete", StringComparison.Ordinal)));
        Assert.All(ids.Skip(1), id => Assert.Contains(id.ToString(), calls, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_direct_message_is_none_of_the_bots_business()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync(Spam, change: message => message with { GuildId = default });
        Assert.Empty(stage.Platform.Calls);
    }

    [Fact]
    public async Task Nothing_of_a_members_text_pings_or_links_on_the_card()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("@everyone https://discord.gg/abcdef1 [x](https://evil.example) <@1> ||a||");
        string description = stage.Platform.Posts.Values.Single().Embeds[0].Description!;
        Assert.DoesNotContain("https://", description, StringComparison.Ordinal);
        Assert.DoesNotContain("[x](", description, StringComparison.Ordinal);
        Assert.DoesNotContain("<@1>", description, StringComparison.Ordinal);
    }
}
