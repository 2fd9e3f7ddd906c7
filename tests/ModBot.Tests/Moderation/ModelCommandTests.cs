using System.Globalization;
using ModBot.Core.Audit;
using ModBot.Core.Learning;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Learning;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

public sealed class ModelCommandTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;
    private const GuildPermissions Admin = GuildPermissions.ManageGuild | GuildPermissions.ManageMessages;

    [Fact]
    public async Task A_threshold_works_from_the_next_message_on_with_its_author_in_the_history()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.PostAsync("first SCORE 0.95");
        Assert.StartsWith("delete", stage.Platform.Calls[0], StringComparison.Ordinal);
        RecordingResponder set = await stage.CommandAsync("model threshold", Admin, ("delete", 0.98));
        Assert.Contains("delete 0.9 → **flag 0.6, delete 0.98**", set.Text, StringComparison.Ordinal);
        int before = stage.Platform.Calls.Count;
        await stage.PostAsync("second of another author SCORE 0.95", author: 78);
        Assert.DoesNotContain(stage.Platform.Calls.Skip(before), call => call.StartsWith("delete", StringComparison.Ordinal));
        RuleSetRevision revision = (await stage.Get<IRuleSetStore>().GetAsync(ModerationStage.Guild, default))!;
        Assert.Equal((2, "mod500"), (revision.Rules.Version, revision.AuthorName));
        Assert.Contains("delete-threshold", revision.Difference, StringComparison.Ordinal);
        Assert.Equal(ThresholdMode.Manual, (await stage.Get<ILearningStore>().GetAsync(ModerationStage.Guild, default)).Thresholds);
        Assert.Contains("set by hand", (await stage.CommandAsync("model status", Moderator)).Text, StringComparison.Ordinal);
        await stage.CommandAsync("model threshold", Admin, ("reset", true));
        Assert.Contains("flag 0.6, delete 0.9 (rules version 3; reviews move them)", (await stage.CommandAsync("model status", Moderator)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model threshold", "flag", 0.95, "Flagging at 0.95 would begin after deleting at 0.9")]
    [InlineData("model threshold", "delete", 0.2, "`delete` is a probability from 0.5 to 1")]
    [InlineData("model threshold", "flag", double.NaN, "`flag` is a probability from 0.05 to 1")]
    public async Task A_threshold_that_makes_no_sense_is_refused(string command, string option, double value, string why)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains(why, (await stage.CommandAsync(command, Admin, (option, value))).Text, StringComparison.Ordinal);
        Assert.Null(await stage.Get<IRuleSetStore>().GetAsync(ModerationStage.Guild, default));
    }

    [Fact]
    public async Task Reviews_move_the_thresholds_and_a_change_that_does_worse_is_taken_back()
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("30 reviewed spam cases are needed and there are 0", (await stage.CommandAsync("model calibrate", Admin)).Text, StringComparison.Ordinal);

        // In this server ham reaches 0.93 all the time, spam is above.
        for (int i = 0; i < 24; i++)
        {
            await ReviewAsync(stage, 0.90 + (i % 4 * 0.01), upheld: false);
            await ReviewAsync(stage, 0.97 + (i % 3 * 0.01), upheld: true);
        }

        await stage.Get<LearningWorker>().LearnAsync(default);
        SpamThresholds calibrated = await ThresholdsAsync(stage);
        Assert.True(calibrated.Delete > 0.93, $"{calibrated}");
        Assert.Contains("48 reviews", (await stage.CommandAsync("model status", Moderator)).Text, StringComparison.Ordinal);
        Assert.Equal("ModBot", (await stage.Get<IRuleSetStore>().GetAsync(ModerationStage.Guild, default))!.AuthorName);

        // Then spam comes that stays below the new threshold.
        stage.Time.Ahead += TimeSpan.FromMinutes(5);
        for (int i = 0; i < 12; i++)
            await ReviewAsync(stage, calibrated.Delete - 0.01, upheld: true);
        Assert.Contains("is taken back", (await stage.CommandAsync("model calibrate", Admin)).Text, StringComparison.Ordinal);
        Assert.Equal(new SpamThresholds(0.6, 0.9), await ThresholdsAsync(stage));
        Assert.Contains("30 reviews after it are needed", (await stage.CommandAsync("model calibrate", Admin)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_administrators_set_thresholds_reviews_do_not_move_them_by_themselves()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("model learning", Admin, ("thresholds", "manual"));
        for (int i = 0; i < 40; i++)
            await ReviewAsync(stage, i % 2 == 0 ? 0.91 : 0.98, upheld: i % 2 != 0);
        await stage.Get<LearningWorker>().LearnAsync(default);
        Assert.Null(await stage.Get<IRuleSetStore>().GetAsync(ModerationStage.Guild, default));
    }

    [Fact]
    public async Task No_text_is_learned_from_until_an_administrator_allows_it_and_says_it_is_theirs()
    {
        using ModerationStage stage = ModerationStage.Open();
        (string, object)[] example = [("text", "zorbit crystals, whisper me"), ("label", "spam"), ("mine", true)];
        Assert.Contains("is off in this server", (await stage.CommandAsync("model examples add", Admin, example)).Text, StringComparison.Ordinal);
        Assert.Contains("Discord's developer policy", (await stage.CommandAsync("model learning", Admin, ("texts", true))).Text, StringComparison.Ordinal);
        Assert.Contains("`mine:True`", (await stage.CommandAsync("model examples add", Admin, ("text", "x y"), ("label", "ham"), ("mine", false))).Text, StringComparison.Ordinal);
        Assert.Contains("Example 1 is kept as spam", (await stage.CommandAsync("model examples add", Admin, example)).Text, StringComparison.Ordinal);
        Assert.Contains(await stage.Get<IAuditTrail>().ListAsync(new AuditQuery { GuildId = ModerationStage.Guild }, default), entry => entry is { Kind: AuditKind.LearningChanged, Subject: "example 1", ActorName: "mod500" });
        Assert.Contains("zorbit", (await stage.CommandAsync("model examples list", Admin)).Text, StringComparison.Ordinal);
        Assert.Contains("30 different examples are needed", (await stage.CommandAsync("model calibrate", Admin)).Text, StringComparison.Ordinal);
        Assert.Contains("1 examples and the server's own model were erased", (await stage.CommandAsync("model learning", Admin, ("texts", false))).Text, StringComparison.Ordinal);
        Assert.Empty(await stage.Get<ILearningStore>().ListExamplesAsync(ModerationStage.Guild, default));
    }

    [Fact]
    public async Task Examples_make_a_model_that_judges_this_server_alone()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("model learning", Admin, ("texts", true));
        for (int i = 0; i < 18; i++)
        {
            await stage.CommandAsync("model examples add", Admin, ("text", $"zorbit crystals lot {i} for trade, whisper me your best offer"), ("label", "spam"), ("mine", true));
            await stage.CommandAsync("model examples add", Admin, ("text", $"who has lot {i} of the homework done, i got stuck at part two"), ("label", "ham"), ("mine", true));
        }

        string answer = (await stage.CommandAsync("model calibrate", Admin)).Text;
        Assert.Contains("own model judges from now on", answer, StringComparison.Ordinal);
        Assert.Contains("this server's own", (await stage.CommandAsync("model status", Moderator)).Text, StringComparison.Ordinal);
        var models = stage.Get<GuildModels>();
        Assert.Same(models.Shipped, await models.ForAsync(new(9), default));
        Assert.NotSame(models.Shipped, await models.ForAsync(ModerationStage.Guild, default));
        using (ModerationStage again = stage.Reopen())
            Assert.NotSame(again.Get<GuildModels>().Shipped, await again.Get<GuildModels>().ForAsync(ModerationStage.Guild, default));
        await stage.CommandAsync("model learning", Admin, ("texts", false));
        Assert.Same(models.Shipped, await models.ForAsync(ModerationStage.Guild, default));
    }

    [Theory]
    [InlineData("model calibrate", "Manage Server")]
    [InlineData("model examples add", "Manage Server")]
    [InlineData("model learning", "Manage Server")]
    public async Task Only_administrators_change_what_is_learned(string command, string lacks)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains(lacks, (await stage.CommandAsync(command, Moderator)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_explained_and_not_kept()
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("Spam **0.730**", (await stage.CommandAsync("model explain", Moderator, ("text", "hello SCORE 0.73"))).Text, StringComparison.Ordinal);
        Assert.Empty(stage.Platform.Calls);
    }

    private static async Task<SpamThresholds> ThresholdsAsync(ModerationStage stage) =>
        SpamRule.ThresholdsOf(SpamRule.Find(await stage.Get<GuildRules>().GetSourceAsync(ModerationStage.Guild, default))!);

    private static async Task ReviewAsync(ModerationStage stage, double score, bool upheld)
    {
        long number = 1 + (await stage.Log.ListCasesAsync(new() { GuildId = ModerationStage.Guild, Limit = 1 }, default)).Select(one => one.Number).FirstOrDefault();
        await stage.PostAsync(string.Create(CultureInfo.InvariantCulture, $"{Words(number)} SCORE {score:0.###}"), author: 1_000 + (ulong)number);
        if (upheld)
        {
            await stage.PressAsync(CaseButton.Uphold.IdFor(number), Moderator);
            return;
        }

        Modal form = (await stage.PressAsync(CaseButton.Overturn.IdFor(number), Moderator)).Form!;
        await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.ModalSubmit, Moderator) with { CustomId = form.CustomId });
    }

    /// <summary>Different words for each case, lest they be taken for repeats of one another.</summary>
    private static string Words(long number) => string.Join(' ', Enumerable.Range(0, 5).Select(i => string.Concat(Enumerable.Range(0, 6).Select(j => (char)('a' + (((number * 7) + (i * 31) + (j * number * 3) + j) % 26))))));
}
