using FsCheck;
using FsCheck.Fluent;
using ModBot.Contracts;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Trials;
using ModBot.Core.Tests.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Rules.Trials;

public sealed class RuleInquiryTests
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);

    [Fact]
    public void Every_rule_says_whether_it_looked_and_what_it_saw()
    {
        RuleSet rules = DefaultRuleSet.Create();
        rules = rules.With(rules.Find("caps")! with { Mode = RuleMode.Off }).With(rules.Find("lines")! with { Scope = new RuleScope { ExemptChannels = [new Snowflake(2)] } });
        InquiryReport report = Ask(rules, TrialMessages.Of(1, "LOOK AT THIS, EVERYBODY, RIGHT HERE AND NOW, I SAY: @everyone"));
        Assert.Equal(rules.Rules.Select(rule => rule.Name), report.Looks.Select(look => look.Rule.Name));
        Assert.Equal(RuleLookKind.Hit, Look(report, "mentions").Kind);
        RuleLook caps = Look(report, "caps");
        Assert.Equal((RuleLookKind.Off, Disposition.Log), (caps.Kind, caps.Disposition));
        Assert.NotEmpty(caps.Otherwise);
        Assert.Equal((RuleLookKind.Exempt, ""), (Look(report, "lines").Kind, Look(report, "lines").Otherwise));
        Assert.Equal(RuleLookKind.Nothing, Look(report, "secret").Kind);
    }

    [Fact]
    public void A_moderator_is_exempt_and_told_what_anybody_else_would_get()
    {
        RuleLook look = Look(Ask(DefaultRuleSet.Create(), TrialMessages.Of(1, "hey @everyone", isModerator: true)), "mentions");
        Assert.Equal((RuleLookKind.Exempt, "the author is a moderator"), (look.Kind, look.Reason));
        Assert.Contains("everyone", look.Otherwise, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mentions", "<@1> <@2> <@3> <@4> <@5> hi", "users", "8", "5")]
    [InlineData("lines", "a\nb\nc\nd", "lines", null, "4")]
    [InlineData("mentions", "the <@&4> and <@&5> are here", "roles", "4", "2")]
    public void The_nearest_value_that_would_have_hit_is_found(string rule, string text, string option, string? now, string needed)
    {
        NearMiss near = Look(Ask(DefaultRuleSet.Create(), TrialMessages.Of(1, text)), rule).NearMisses.Single(near => near.Option == option);
        Assert.Equal(needed, near.Needed);
        if (now is not null)
            Assert.Equal(now, near.Now);
    }

    [Fact]
    public void Choices_are_tried_and_a_window_counts_what_came_before()
    {
        Rule terms = new() { Name = "pets", Filter = "blocked-terms", Options = new BlockedTermsOptions { Terms = ["mongoose"] }, Category = Category.Other, Verdict = Disposition.Flag };
        Rule flood = new() { Name = "flood", Filter = "flood", Options = new FloodFilterOptions { Count = 10, Within = TimeSpan.FromHours(1) }, Category = Category.Flood, Verdict = Disposition.Flag };
        var inquiry = new RuleInquiry(new RuleSet(1, [terms, flood]), RuleMode.Enforce, FilterRegistry.BuiltIn, Json, SilentModel.Instance);
        for (int i = 0; i < 4; i++)
            inquiry.Observe(TrialMessages.Of(i, $"line {i}"));
        ChatMessage message = TrialMessages.Of(5, "supermongooses");
        InquiryReport report = inquiry.Ask(message, MemberFacts.Of(message, 0), withNearMisses: true, CancellationToken.None);
        Assert.Contains(Look(report, "pets").NearMisses, near => near is { Option: "match", Needed: "substring" });
        Assert.Contains(Look(report, "flood").NearMisses, near => near is { Option: "count", Now: "10", Needed: "5" });
    }

    [Fact]
    public void What_another_rule_looks_for_already_is_not_offered()
    {
        InquiryReport report = Ask(DefaultRuleSet.Create(), TrialMessages.Of(1, "you moron"));
        Assert.DoesNotContain(report.Looks.SelectMany(look => look.NearMisses), near => near.Option == "category");
    }

    [Fact]
    public void Whatever_is_asked_of_any_rules_what_is_needed_hits_and_nothing_throws() =>
        Prop.ForAll(Arb.From(RuleSamples.Sets), ArbMap.Default.ArbFor<NonNull<string>>(), (rules, text) =>
        {
            ChatMessage message = TrialMessages.Of(1, text.Get);
            InquiryReport report = Ask(rules, message);
            return report.Looks.Length == rules.Rules.Length && report.Looks.All(look => look.NearMisses.All(near => Hits(look.Rule, near, message)));
        }).QuickCheckThrowOnFailure();

    private static bool Hits(Rule rule, NearMiss near, ChatMessage message)
    {
        var editor = new RuleEditor(Json);
        RuleField field = RuleFields.Find(FilterRegistry.BuiltIn.Find(rule.Filter)!, near.Option)!;
        System.Text.Json.Nodes.JsonNode value = field.Spec!.Kind is OptionKind.Choice or OptionKind.Duration or OptionKind.Text ? near.Needed : System.Text.Json.Nodes.JsonNode.Parse(near.Needed.ToLowerInvariant())!;
        Rule changed = editor.Set(rule with { Mode = RuleMode.Enforce, Scope = new RuleScope { IncludeBots = true, IncludeModerators = true }, When = null, Cooldown = TimeSpan.Zero }, [(field, value)], [])!;
        return Ask(new RuleSet(1, [changed]), message).Verdict.Hits.Count > 0;
    }

    private static RuleLook Look(InquiryReport report, string rule) => report.Looks.Single(look => look.Rule.Name == rule);

    private static InquiryReport Ask(RuleSet rules, ChatMessage message) =>
        new RuleInquiry(rules, RuleMode.Enforce, FilterRegistry.BuiltIn, Json, SilentModel.Instance).Ask(message, MemberFacts.Of(message, 0), withNearMisses: true, CancellationToken.None);
}
