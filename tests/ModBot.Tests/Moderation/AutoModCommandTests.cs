using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Moderation;

namespace ModBot.Tests.Moderation;

public sealed class AutoModCommandTests
{
    [Fact]
    public async Task A_rule_is_pushed_once_and_renewed_when_pushed_again()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("terms add", GuildPermissions.ManageGuild, ("term", "mongoose"));
        Assert.Contains("Put `terms` into AutoMod", (await PushAsync(stage, "terms")).Text, StringComparison.Ordinal);
        await stage.CommandAsync("terms add", GuildPermissions.ManageGuild, ("term", "ferret"));
        Assert.Contains("Renewed `terms`", (await PushAsync(stage, "terms")).Text, StringComparison.Ordinal);
        AutoModRule pushed = Assert.Single(stage.AutoMod.Rules);
        Assert.Equal(("ModBot: terms", true), (pushed.Name, pushed.Blocks));
        Assert.Equal(["mongoose", "ferret"], pushed.Keywords.AsEnumerable());
    }

    [Fact]
    public async Task What_cannot_be_pushed_says_why()
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("nothing like the filter scam-link", (await PushAsync(stage, "scam-link")).Text, StringComparison.Ordinal);
        Assert.Empty(stage.AutoMod.Rules);
        stage.AutoMod.Answer = new ActionOutcome(OutcomeKind.Forbidden, "The bot lacks the permission Manage Guild.");
        Assert.Contains("Manage Server", (await stage.CommandAsync("automod list", GuildPermissions.ManageGuild)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_imported_in_shadow_and_listed()
    {
        using ModerationStage stage = ModerationStage.Open();
        stage.AutoMod.Rules.Add(new AutoModRule { Id = new Snowflake(12), Name = "No pottery", Trigger = AutoModTriggerKind.Keyword, Keywords = ["pottery*"], Blocks = true });
        Assert.Contains("No pottery", (await stage.CommandAsync("automod list", GuildPermissions.ManageGuild)).Text, StringComparison.Ordinal);
        await stage.CommandAsync("automod import", GuildPermissions.ManageGuild, ("automod-rule", "12"));
        Rule made = (await stage.Get<GuildRules>().GetSourceAsync(ModerationStage.Guild, default)).Find("automod-no-pottery")!;
        Assert.Equal(RuleMode.Shadow, made.Mode);
        Assert.Equal(["pottery*"], ((BlockedTermsOptions)made.Options).Terms.AsEnumerable());
        Assert.Contains("AutoMod has no rule", (await stage.CommandAsync("automod import", GuildPermissions.ManageGuild, ("automod-rule", "13"))).Text, StringComparison.Ordinal);
    }

    private static Task<RecordingResponder> PushAsync(ModerationStage stage, string rule) => stage.CommandAsync("automod push", GuildPermissions.ManageGuild, ("rule", rule));
}
