using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Verdicts;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

public sealed class SlashCommandTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;
    private const GuildPermissions Admin = GuildPermissions.ManageGuild | GuildPermissions.ManageMessages;

    [Theory]
    [InlineData("modlog recent", GuildPermissions.SendMessages, "Manage Messages")]
    [InlineData("terms add", GuildPermissions.ManageMessages, "Manage Server")]
    [InlineData("setup", GuildPermissions.ManageMessages, "Manage Server")]
    public async Task Who_lacks_the_permission_is_told_which(string command, GuildPermissions has, string lacks)
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder answer = await stage.CommandAsync(command, has, ("term", "x"));
        Assert.Contains(lacks, answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Replies[^1].Ephemeral);
    }

    [Fact]
    public async Task A_blocked_term_works_from_the_next_message_on_and_can_be_taken_back()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("the mongoose is here");
        Assert.Empty(stage.Platform.Calls);
        RecordingResponder added = await stage.CommandAsync("terms add", Admin, ("term", "mongoose"));
        Assert.Contains("deleted", added.Text, StringComparison.Ordinal);
        await stage.PostAsync("the mongoose again");
        Assert.StartsWith("delete", Assert.Single(stage.Platform.Calls), StringComparison.Ordinal);
        Assert.Contains("mongoose", (await stage.CommandAsync("terms list", Moderator)).Text, StringComparison.Ordinal);
        RecordingResponder suggested = await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.Autocomplete, Admin) with
        {
            Command = "terms remove",
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["term"] = "mon" },
            FocusedOption = "term",
        });
        Assert.Equal("mongoose", Assert.Single(suggested.Suggestions!).Value);
        await stage.CommandAsync("terms remove", Admin, ("term", "MONGOOSE"));
        await stage.PostAsync("the mongoose at last");
        Assert.Single(stage.Platform.Calls);
        Assert.Contains("No terms", (await stage.CommandAsync("terms list", Moderator)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("")]
    public async Task An_empty_term_is_refused(string term)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("1 to 60", (await stage.CommandAsync("terms add", Admin, ("term", term))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_lists_cases_and_one_can_be_shown()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("SPAMSPAM");
        Assert.Contains("1 deleted", (await stage.CommandAsync("modlog recent", Moderator)).Text, StringComparison.Ordinal);
        RecordingResponder shown = await stage.CommandAsync("case show", Moderator, ("number", 1L));
        Assert.Contains("spam", shown.Text, StringComparison.Ordinal);
        Assert.Contains("no case 2", (await stage.CommandAsync("case show", Moderator, ("number", 2L))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_moderators_one_decides_and_the_other_is_told()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("SPAMSPAM");
        RecordingResponder first = await stage.PressAsync(CaseButton.Uphold.IdFor(1), Moderator, user: 501);
        RecordingResponder second = await stage.PressAsync(CaseButton.Overturn.IdFor(1), Moderator, user: 502);
        Assert.Null(second.Form);
        Assert.Single(first.Updates);
        Assert.Empty(first.FollowUps);
        Assert.Contains("already upheld by mod501", Assert.Single(second.FollowUps).Content, StringComparison.Ordinal);
        ModerationCase reviewed = (await stage.Log.GetCaseAsync(ModerationStage.Guild, 1, default))!;
        Assert.Equal(ReviewDecision.Upheld, Assert.Single(reviewed.Reviews).Decision);
    }

    [Fact]
    public async Task Overturn_asks_for_a_reason_and_keeps_it()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("SPAMSPAM");
        Modal form = (await stage.PressAsync(CaseButton.Overturn.IdFor(1), Moderator)).Form!;
        RecordingResponder answer = await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.ModalSubmit, Moderator) with
        {
            CustomId = form.CustomId,
            Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { [form.Inputs[0].CustomId] = " it was a joke " },
        });
        Assert.Equal((1, 1), (answer.Deferrals, answer.Replies.Count));
        Review review = Assert.Single((await stage.Log.GetCaseAsync(ModerationStage.Guild, 1, default))!.Reviews);
        Assert.Equal((ReviewDecision.Overturned, "it was a joke"), (review.Decision, review.Reason));
    }

    [Theory]
    [InlineData("case.1.uphold.99999")]
    [InlineData("case.1.uphold.x")]
    [InlineData("case.9.uphold.1")]
    [InlineData("")]
    [InlineData("case.1.drop tables.1")]
    public async Task A_forged_or_old_button_is_answered(string customId)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.NotEmpty((await stage.PressAsync(customId, Admin)).Text);
    }

    [Fact]
    public async Task A_button_needs_the_permission_at_the_press()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("SPAMSPAM");
        RecordingResponder answer = await stage.PressAsync(CaseButton.Overturn.IdFor(1), GuildPermissions.SendMessages);
        Assert.Contains("Manage Messages", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await stage.Log.GetCaseAsync(ModerationStage.Guild, 1, default))!.Reviews);
    }

    [Fact]
    public async Task Setup_turns_enforcement_on()
    {
        using ModerationStage stage = ModerationStage.Open(Core.Rules.RuleMode.Shadow);
        await stage.PostAsync("SPAMSPAM");
        Assert.Empty(stage.Platform.Calls);
        RecordingResponder answer = await stage.CommandAsync("setup", Admin, ("mode", "enforce"), ("review-channel", ModerationStage.Review));
        Assert.Contains("acts on its verdicts", answer.Text, StringComparison.Ordinal);
        await stage.PostAsync("SPAMSPAM again");
        Assert.Single(stage.Platform.Calls);
        Assert.Equal(Disposition.Delete, (await stage.Log.GetCaseAsync(ModerationStage.Guild, 2, default))!.Disposition);
    }
}
