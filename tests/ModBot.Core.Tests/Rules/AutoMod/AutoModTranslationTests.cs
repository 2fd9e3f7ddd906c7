using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Rules.AutoMod;
using ModBot.Core.Rules.Conditions;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Rules.AutoMod;

public sealed class AutoModTranslationTests
{
    private static readonly Snowflake Review = new(77);

    [Fact]
    public void Words_become_keywords_that_block_and_what_is_lost_is_named()
    {
        Rule rule = Terms("free nitro", "*gift*") with
        {
            Scope = new RuleScope { ExemptRoles = [new Snowflake(5)], ExemptChannels = [new Snowflake(6)] },
            Then = [new TimeoutAction { Duration = TimeSpan.FromMinutes(5) }, new StrikeAction()],
        };
        AutoModPush push = AutoModExport.Of(rule, Review);
        Assert.Empty(push.Obstacles);
        AutoModRule made = push.Rule!;
        Assert.Equal(("ModBot: words", AutoModTriggerKind.Keyword, true, (Snowflake?)null, TimeSpan.FromMinutes(5)), (made.Name, made.Trigger, made.Blocks, made.AlertChannel, made.Timeout));
        Assert.Equal(["free nitro", "*gift*"], made.Keywords.AsEnumerable());
        Assert.Equal((new Snowflake(5), new Snowflake(6)), (Assert.Single(made.ExemptRoles), Assert.Single(made.ExemptChannels)));
        Assert.Equal(["AutoMod does not see through most disguises (look-alike letters, leet, separators)", "AutoMod does not strike"], push.Losses.AsEnumerable());
    }

    [Fact]
    public void Substrings_get_asterisks_and_names_go_to_profiles()
    {
        Rule rule = Terms("admin") with { On = OccurrenceKinds.Names, Options = new BlockedTermsOptions { Terms = ["admin"], Match = TermMatching.Substring, Evasion = Evasion.Off } };
        AutoModRule made = AutoModExport.Of(rule, Review).Rule!;
        Assert.Equal((AutoModTriggerKind.Profile, "*admin*"), (made.Trigger, Assert.Single(made.Keywords)));
    }

    [Fact]
    public void A_rule_that_flags_alerts_in_the_review_channel()
    {
        Assert.Equal((false, Review), (AutoModExport.Of(Terms("x") with { Verdict = Disposition.Flag }, Review).Rule is { } made ? (made.Blocks, made.AlertChannel!.Value) : default));
        Assert.Contains("no review channel", Assert.Single(AutoModExport.Of(Terms("x") with { Verdict = Disposition.Flag }, null).Obstacles), StringComparison.Ordinal);
    }

    public static TheoryData<Rule, string> Unsuitable => new()
    {
        { Terms("x") with { Filter = "caps", Options = new CapsFilterOptions() }, "nothing like the filter caps" },
        { Terms("x") with { Scope = new RuleScope { Channels = [new Snowflake(1)] } }, "scope.channels" },
        { Terms("x") with { When = new TraitCondition(Trait.Avatar, Expected: false) }, "conditions" },
        { Terms("x") with { Cooldown = TimeSpan.FromMinutes(1) }, "cooldown" },
        { Terms("x") with { Mode = RuleMode.Shadow }, "no shadow" },
        { Terms("x") with { Verdict = Disposition.Log }, "only logs" },
        { Terms([.. Enumerable.Range(0, 1_001).Select(i => $"word{i}")]), "at most 1,000 terms" },
        { Patterns([.. Enumerable.Range(0, 11).Select(i => $"a{i}")]), "at most 10 patterns" },
        { Patterns(new string('a', 261)), "longer than 260" },
        { Terms("x") with { Filter = "mentions", Options = new MentionFilterOptions { Total = 60 } }, "at most 50 mentions" },
    };

    [Theory]
    [MemberData(nameof(Unsuitable))]
    public void What_AutoMod_cannot_say_is_refused_with_the_reason(Rule rule, string reason)
    {
        AutoModPush push = AutoModExport.Of(rule, Review);
        Assert.Null(push.Rule);
        Assert.Contains(reason, Assert.Single(push.Obstacles), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_pushed_is_imported_as_it_was()
    {
        Rule rule = Terms("free nitro", "*gift*") with { Then = [new TimeoutAction { Duration = TimeSpan.FromMinutes(5) }] };
        AutoModImport import = AutoModImport.Of(AutoModExport.Of(rule, Review).Rule!, RuleMode.Enforce);
        Rule read = Assert.Single(import.Rules);
        Assert.Empty(import.Notes);
        Assert.Equal(("automod-modbot-words", Disposition.Delete, RuleMode.Enforce), (read.Name, read.Verdict, read.Mode));
        Assert.Equal(((BlockedTermsOptions)rule.Options).Terms.AsEnumerable(), ((BlockedTermsOptions)read.Options).Terms.AsEnumerable());
        Assert.Equal(rule.Then.AsEnumerable(), read.Then.AsEnumerable());
    }

    [Fact]
    public void A_rule_of_words_and_patterns_becomes_two_and_what_cannot_be_used_is_left_out()
    {
        var rule = new AutoModRule { Id = new Snowflake(3), Name = "No Scams!", Trigger = AutoModTriggerKind.Keyword, Keywords = ["claim now"], Patterns = ["fr[e3]{2}", "(unclosed"], Enabled = false, AlertChannel = Review };
        AutoModImport import = AutoModImport.Of(rule, RuleMode.Shadow);
        Assert.Equal(["automod-no-scams-blocked-terms", "automod-no-scams-pattern"], import.Rules.Select(made => made.Name));
        Assert.All(import.Rules, made => Assert.Equal((Disposition.Flag, RuleMode.Shadow), (made.Verdict, made.Mode)));
        Assert.Equal(["fr[e3]{2}"], ((PatternOptions)import.Rules[1].Options).Patterns.AsEnumerable());
        Assert.Contains(import.Notes, note => note.StartsWith("the pattern (unclosed is left out", StringComparison.Ordinal));
        Assert.Contains("the rule is off in AutoMod", import.Notes);
        CompiledRuleSet.Compile(new RuleSet(1, import.Rules), RuleMode.Enforce, FilterRegistry.BuiltIn);
    }

    [Theory]
    [InlineData(AutoModTriggerKind.Spam, "spam")]
    [InlineData(AutoModTriggerKind.MentionSpam, "mentions")]
    [InlineData(AutoModTriggerKind.Preset, "preset")]
    [InlineData(AutoModTriggerKind.Profile, "blocked-terms")]
    public void Every_kind_of_rule_has_a_counterpart(AutoModTriggerKind trigger, string filter)
    {
        var rule = new AutoModRule { Id = new Snowflake(3), Name = "rule", Trigger = trigger, Keywords = ["x"], Presets = [AutoModPreset.Profanity], MentionLimit = 5, Blocks = true };
        Rule made = Assert.Single(AutoModImport.Of(rule, RuleMode.Enforce).Rules);
        Assert.Equal(filter, made.Filter);
        Assert.Equal(trigger == AutoModTriggerKind.Profile ? OccurrenceKinds.Names : OccurrenceKinds.None, made.On);
        CompiledRuleSet.Compile(new RuleSet(1, [made]), RuleMode.Enforce, FilterRegistry.BuiltIn);
    }

    private static Rule Terms(params string[] terms) =>
        new() { Name = "words", Filter = "blocked-terms", Options = new BlockedTermsOptions { Terms = [.. terms] }, Category = Category.Other, Verdict = Disposition.Delete };

    private static Rule Patterns(params string[] patterns) => Terms() with { Filter = "pattern", Options = new PatternOptions { Patterns = [.. patterns] } };
}
