using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;
using ModBot.Tests.Moderation;

namespace ModBot.Tests.SlashCommands;

public sealed class RuleVersionsTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;
    private const GuildPermissions Admin = GuildPermissions.ManageGuild | GuildPermissions.ManageMessages;

    [Fact]
    public async Task History_diff_and_rollback_tell_and_undo_every_change()
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("as they came", (await stage.CommandAsync("rules history", Moderator)).Text, StringComparison.Ordinal);
        await stage.CommandAsync("rules edit", Admin, ("rule", "flood"), ("option", "count"), ("value", "12"));
        await stage.CommandAsync("rules remove", Admin, ("rule", "caps"));
        string history = (await stage.CommandAsync("rules history", Moderator)).Text;
        Assert.Matches(@"(?s)   3` .*mod500.*remove rule caps.*   2` .*edit rule flood", history);
        Assert.Contains("- caps", (await stage.CommandAsync("rules diff", Moderator, ("version", 3L))).Text, StringComparison.Ordinal);
        string both = (await stage.CommandAsync("rules diff", Moderator, ("version", 3L), ("against", 1L))).Text;
        Assert.Contains("options.count: 12", both, StringComparison.Ordinal);
        Assert.Contains("- caps", both, StringComparison.Ordinal);

        RecordingResponder back = await stage.CommandAsync("rules rollback", Admin, ("version", 2L));
        Assert.Contains("version 4", back.Text, StringComparison.Ordinal);
        RuleSet source = await SourceAsync(stage);
        Assert.Equal((4, 12), (source.Version, ((FloodFilterOptions)source.Find("flood")!.Options).Count));
        Assert.NotNull(source.Find("caps"));
        Assert.Contains("already", (await stage.CommandAsync("rules rollback", Admin, ("version", 2L))).Text, StringComparison.Ordinal);
        await stage.CommandAsync("rules rollback", Admin, ("version", 1L));
        Assert.Contains("No difference", (await stage.CommandAsync("rules diff", Moderator, ("version", 5L), ("against", 1L))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules rollback", 99L)]
    [InlineData("rules rollback", 0L)]
    [InlineData("rules rollback", long.MaxValue)]
    [InlineData("rules diff", 99L)]
    [InlineData("rules export", 99L)]
    public async Task A_version_that_is_not_there_is_refused_with_where_to_look(string command, long version)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("/rules history", (await stage.CommandAsync(command, Admin, ("version", version))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_are_suggested_with_what_they_changed()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("rules remove", Admin, ("rule", "caps"));
        RecordingResponder answer = await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.Autocomplete, Admin) with
        {
            Command = "rules rollback",
            Options = new Dictionary<string, object>(StringComparer.Ordinal) { ["version"] = "" },
            FocusedOption = "version",
        });
        Assert.Equal(["2", "1"], answer.Suggestions!.Select(choice => choice.Value));
        Assert.Contains("remove rule caps", answer.Suggestions![0].Name, StringComparison.Ordinal);
    }

    private static Task<RuleSet> SourceAsync(ModerationStage stage) => stage.Get<GuildRules>().GetSourceAsync(ModerationStage.Guild, default);
}
