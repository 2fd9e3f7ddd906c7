using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;
using ModBot.Moderation;
using ModBot.Tests.Moderation;

namespace ModBot.Tests.SlashCommands;

public sealed class RulesCommandTests
{
    private const GuildPermissions Moderator = GuildPermissions.ManageMessages;
    private const GuildPermissions Admin = GuildPermissions.ManageGuild | GuildPermissions.ManageMessages;

    [Theory]
    [InlineData("rules list", GuildPermissions.SendMessages, "Manage Messages")]
    [InlineData("rules add", Moderator, "Manage Server")]
    [InlineData("rules edit", Moderator, "Manage Server")]
    [InlineData("rules remove", Moderator, "Manage Server")]
    [InlineData("rules mode", Moderator, "Manage Server")]
    [InlineData("rules exempt", Moderator, "Manage Server")]
    public async Task Who_lacks_the_permission_is_told_which(string command, GuildPermissions has, string lacks)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains(lacks, (await stage.CommandAsync(command, has, ("rule", "caps"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_rule_starts_in_shadow_and_acts_once_it_is_turned_on()
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder added = await stage.CommandAsync("rules add", Admin, ("filter", "blocked-terms"), ("name", "Pets"), ("verdict", "delete"), ("options", "terms=\"mongoose, sea lion\" evasion=strict"));
        Assert.Contains("shadow", added.Text, StringComparison.Ordinal);
        await stage.PostAsync("a mongoose");
        Assert.Empty(stage.Platform.Calls);
        RecordingResponder offered = await stage.CommandAsync("rules mode", Admin, ("rule", "pets"), ("mode", "enforce"));
        await stage.PressAsync(offered.Replies[^1].Rows.SelectMany(row => row.Components).OfType<ButtonComponent>().First().CustomId, Admin);
        await stage.PostAsync("a sea lion");
        Assert.StartsWith("delete", Assert.Single(stage.Platform.Calls), StringComparison.Ordinal);
        Rule rule = (await SourceAsync(stage)).Find("pets")!;
        Assert.Equal((Disposition.Delete, Core.Text.Evasion.Strict), (rule.Verdict, ((BlockedTermsOptions)rule.Options).Evasion));
    }

    [Fact]
    public async Task A_filter_that_wants_texts_asks_for_them_in_a_form()
    {
        using ModerationStage stage = ModerationStage.Open();
        Modal form = (await stage.CommandAsync("rules add", Admin, ("filter", "blocked-terms"), ("verdict", "delete"), ("mode", "enforce"))).Form!;
        Assert.Equal(["terms", "allow"], form.Inputs.Select(input => input.CustomId).Take(2));
        Assert.True(form.CustomId.Length <= 100);
        RecordingResponder added = await SubmitAsync(stage, form.CustomId, Admin, ("terms", "sea lion\n  mongoose, the\n"), ("allow", ""));
        Assert.Contains("Added `blocked-terms`", added.Text, StringComparison.Ordinal);
        Rule rule = (await SourceAsync(stage)).Find("blocked-terms")!;
        Assert.Equal(["sea lion", "mongoose, the"], ((BlockedTermsOptions)rule.Options).Terms.AsEnumerable());
        Assert.Equal((Disposition.Delete, RuleMode.Enforce), (rule.Verdict, rule.Mode));
        RecordingResponder second = await SubmitAsync(stage, form.CustomId, Admin, ("terms", "x"));
        Assert.Contains("Added `blocked-terms-2`", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rule-add.1.no-such-filter.1.1.x")]
    [InlineData("rule-add.9.caps.1.1.x")]
    [InlineData("rule-add.1.caps.7.1.x")]
    [InlineData("rule-add.1.caps")]
    public async Task A_forged_form_changes_nothing(string customId)
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.NotEmpty((await SubmitAsync(stage, customId, Admin)).Text);
        Assert.Equal(1, (await SourceAsync(stage)).Version);
    }

    [Fact]
    public async Task A_form_needs_the_permission_when_it_is_sent()
    {
        using ModerationStage stage = ModerationStage.Open();
        Modal form = (await stage.CommandAsync("rules add", Admin, ("filter", "pattern"))).Form!;
        Assert.Contains("Manage Server", (await SubmitAsync(stage, form.CustomId, Moderator, ("patterns", "x"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filter:cap", "no filter", "`caps`")]
    [InlineData("filter:flood options:count=1", "count", "from 2 to 1,000")]
    [InlineData("filter:flood options:count=many", "whole number", "2")]
    [InlineData("filter:flood options:speed=4", "no option", "`within`")]
    [InlineData("filter:flood options:count", "name=value", "count")]
    [InlineData("filter:pattern options:patterns=(?=x)", "patterns[0]", "look")]
    [InlineData("filter:flood name:flood", "already", "/rules edit")]
    [InlineData("filter:flood name:Bad!Name", "name", "a-z")]
    [InlineData("filter:spam options:flag-threshold=0.95", "flag-threshold", "delete-threshold")]
    public async Task What_cannot_be_added_is_refused_with_what_to_type(string options, string says, string hint)
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder answer = await stage.CommandAsync("rules add", Admin, Options(options));
        Assert.Contains(says, answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(hint, answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, (await SourceAsync(stage)).Version);
    }

    [Fact]
    public async Task Options_that_hold_only_together_can_be_set_together()
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder answer = await stage.CommandAsync("rules edit", Admin, ("rule", "spam"), ("options", "flag-threshold=0.95 delete-threshold=0.99"));
        Assert.Contains("version 2", answer.Text, StringComparison.Ordinal);
        Assert.Equal(new SpamFilterOptions { FlagThreshold = 0.95, DeleteThreshold = 0.99 }, (await SourceAsync(stage)).Find("spam")!.Options);
    }

    [Fact]
    public async Task Every_change_is_a_version_with_its_author_and_difference()
    {
        using ModerationStage stage = ModerationStage.Open();
        RecordingResponder answer = await stage.CommandAsync("rules edit", Admin, ("rule", "flood"), ("option", "count"), ("value", "12"));
        Assert.Contains("options.count: 12", answer.Text, StringComparison.Ordinal);
        await stage.CommandAsync("rules edit", Admin, ("rule", "flood"), ("option", "count"), ("value", "9"));
        RuleSetRevision newest = (await stage.Get<IRuleSetStore>().GetAsync(ModerationStage.Guild, default))!;
        Assert.Equal((3, "mod500"), (newest.Rules.Version, newest.AuthorName));
        Assert.Contains("options.count: 12 → 9", newest.Change, StringComparison.Ordinal);
        Assert.Contains("already", (await stage.CommandAsync("rules edit", Admin, ("rule", "flood"), ("option", "count"), ("value", "9"))).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await SourceAsync(stage)).Version);
        await stage.CommandAsync("rules edit", Admin, ("rule", "flood"), ("option", "count"));
        Assert.Equal(new FloodFilterOptions(), (await SourceAsync(stage)).Find("flood")!.Options);
    }

    [Fact]
    public async Task A_list_can_be_added_to_and_taken_from()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("rules add", Admin, ("filter", "blocked-terms"), ("name", "pets"), ("options", "terms=ant"));
        await stage.CommandAsync("rules edit", Admin, ("rule", "pets"), ("option", "terms"), ("value", "bee, ant, [x]"), ("how", "add"));
        await stage.CommandAsync("rules edit", Admin, ("rule", "pets"), ("option", "terms"), ("value", "[\"cat, dog\"]"), ("how", "add"));
        await stage.CommandAsync("rules edit", Admin, ("rule", "pets"), ("option", "terms"), ("value", "ant"), ("how", "remove"));
        Assert.Equal(["bee", "[x]", "cat, dog"], ((BlockedTermsOptions)(await SourceAsync(stage)).Find("pets")!.Options).Terms.AsEnumerable());
        Assert.Contains("for lists", (await stage.CommandAsync("rules edit", Admin, ("rule", "flood"), ("option", "count"), ("value", "3"), ("how", "add"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_of_the_filter_does_not_hide_the_rules_own()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("rules edit", Admin, ("rule", "insult"), ("option", "category"), ("value", "profanity"));
        await stage.CommandAsync("rules edit", Admin, ("rule", "insult"), ("option", "rule-category"), ("value", "hate"));
        Rule rule = (await SourceAsync(stage)).Find("insult")!;
        Assert.Equal((Category.Hate, Core.Abuse.AbuseKind.Profanity), (rule.Category, ((AbuseOptions)rule.Options).Category));
    }

    [Fact]
    public async Task Conditions_and_actions_can_be_typed_as_people_type()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("rules edit", Admin, ("rule", "caps"), ("option", "when"), ("value", "{account-under: 7d, any: [{attachments: true}, {strikes-at-least: 2}]}"));
        await stage.CommandAsync("rules edit", Admin, ("rule", "caps"), ("option", "then"), ("value", "timeout duration=5m; reply text=\"Not so loud; thanks.\""), ("how", "add"));
        await stage.CommandAsync("rules edit", Admin, ("rule", "caps"), ("option", "then"), ("value", "timeout"), ("how", "remove"));
        await stage.CommandAsync("rules edit", Admin, ("rule", "caps"), ("option", "cooldown"), ("value", "90s"));
        Rule rule = (await SourceAsync(stage)).Find("caps")!;
        Assert.NotNull(rule.When);
        Assert.Equal(TimeSpan.FromSeconds(90), rule.Cooldown);
        Assert.Equal("Not so loud; thanks.", Assert.IsType<Core.Actions.ReplyAction>(Assert.Single(rule.Then)).Text);
        RecordingResponder refused = await stage.CommandAsync("rules edit", Admin, ("rule", "caps"), ("option", "when"), ("value", "{account-age: 7d}"));
        Assert.Contains("unknown condition", refused.Text, StringComparison.Ordinal);
        Assert.Contains("no option", (await stage.CommandAsync("rules edit", Admin, ("rule", "caps"), ("option", "then"), ("value", "timeout for=5m"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exempt_role_or_channel_is_left_alone_and_can_be_looked_at_again()
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("rules exempt", Admin, ("channel", ModerationStage.Channel), ("rule", "spam"));
        await stage.PostAsync("SPAMSPAM");
        Assert.Empty(stage.Platform.Calls);
        await stage.CommandAsync("rules exempt", Admin, ("channel", ModerationStage.Channel), ("remove", true));
        await stage.CommandAsync("rules exempt", Admin, ("role", new Snowflake(5)));
        await stage.PostAsync("SPAMSPAM", change: message => message with { Author = message.Author with { RoleIds = [new Snowflake(5)] } });
        Assert.Empty(stage.Platform.Calls);
        await stage.PostAsync("SPAMSPAM");
        Assert.Single(stage.Platform.Calls);
        Assert.Contains("already", (await stage.CommandAsync("rules exempt", Admin, ("role", new Snowflake(5)))).Text, StringComparison.Ordinal);
        Assert.Contains("`role:`", (await stage.CommandAsync("rules exempt", Admin)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_rule_is_gone()
    {
        using ModerationStage stage = ModerationStage.Open();
        Assert.Contains("rollback version:1", (await stage.CommandAsync("rules remove", Admin, ("rule", "spam"))).Text, StringComparison.Ordinal);
        await stage.PostAsync("SPAMSPAM");
        Assert.Empty(stage.Platform.Calls);
        RecordingResponder again = await stage.CommandAsync("rules remove", Admin, ("rule", "spa"));
        Assert.Contains("no rule `spa`", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_has_a_mode_too()
    {
        using ModerationStage stage = ModerationStage.Open(RuleMode.Shadow);
        Assert.Contains("holds it back", (await ModeAsync(stage, ("rule", "caps"), ("mode", "off"), ("rule", "caps"), ("mode", "enforce"))).Text, StringComparison.Ordinal);
        await stage.CommandAsync("rules mode", Admin, ("mode", "enforce"));
        await stage.PostAsync("SPAMSPAM");
        Assert.Single(stage.Platform.Calls);
        Assert.Contains("shadow, enforce", (await stage.CommandAsync("rules mode", Admin, ("mode", "on"))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules show", "rule", "sp", "spam")]
    [InlineData("rules add", "filter", "regular expr", "pattern")]
    [InlineData("rules edit", "option", "delete", "delete-threshold", "rule=spam")]
    [InlineData("rules edit", "value", "str", "strict", "rule=pets", "option=evasion")]
    [InlineData("rules edit", "value", "o", "on", "rule=mentions", "option=everyone")]
    [InlineData("rules edit", "value", "", "8", "rule=flood", "option=count")]
    [InlineData("rules edit", "value", "", "ant", "rule=pets", "option=terms", "how=remove")]
    public async Task Names_options_and_values_are_suggested(string command, string focused, string typed, string expected, params string[] given)
    {
        using ModerationStage stage = ModerationStage.Open();
        await stage.CommandAsync("rules add", Admin, ("filter", "blocked-terms"), ("name", "pets"), ("options", "terms=ant,bee"));
        var options = given.Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => (object)pair[1], StringComparer.Ordinal);
        options[focused] = typed;
        RecordingResponder answer = await stage.InteractAsync(ModerationStage.Interaction(InteractionKind.Autocomplete, Admin) with { Command = command, Options = options, FocusedOption = focused });
        Assert.Contains(expected, answer.Suggestions!.Select(choice => choice.Value));
        Assert.All(answer.Suggestions!, choice => Assert.InRange(choice.Name.Length, 1, 100));
    }

    [Fact]
    public async Task Every_rule_can_be_shown_and_the_list_names_them_all()
    {
        using ModerationStage stage = ModerationStage.Open();
        foreach (Rule rule in DefaultRuleSet.Create().Rules)
        {
            string shown = (await stage.CommandAsync("rules show", Moderator, ("rule", rule.Name))).Text;
            Assert.All(stage.Get<FilterRegistry>().Find(rule.Filter)!.Schema.Options, option => Assert.Contains(option.Name, shown, StringComparison.Ordinal));
        }

        string list = (await stage.CommandAsync("rules list", Moderator)).Text;
        Assert.All(DefaultRuleSet.Create().Rules, rule => Assert.Contains($"`{rule.Name}`", list, StringComparison.Ordinal));
    }

    private static async Task<RecordingResponder> ModeAsync(ModerationStage stage, (string, object) firstRule, (string, object) firstMode, (string, object) rule, (string, object) mode)
    {
        await stage.CommandAsync("rules mode", Admin, firstRule, firstMode);
        return await stage.CommandAsync("rules mode", Admin, rule, mode);
    }

    private static Task<RuleSet> SourceAsync(ModerationStage stage) => stage.Get<GuildRules>().GetSourceAsync(ModerationStage.Guild, default);

    private static Task<RecordingResponder> SubmitAsync(ModerationStage stage, string customId, GuildPermissions permissions, params (string Name, string Value)[] inputs) =>
        stage.InteractAsync(ModerationStage.Interaction(InteractionKind.ModalSubmit, permissions) with
        {
            CustomId = customId,
            Inputs = inputs.ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal),
        });

    private static (string, object)[] Options(string text) =>
        [.. text.Split(' ').Select(part => part.Split(':', 2)).Select(pair => (pair[0], (object)pair[1]))];
}
