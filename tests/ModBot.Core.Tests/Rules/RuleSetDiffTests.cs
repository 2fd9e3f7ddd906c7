using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Rules;

public sealed class RuleSetDiffTests
{
    private static readonly RuleSetDiff Diff = new(new RuleSetJson(FilterRegistry.BuiltIn));
    private static readonly RuleSet Default = DefaultRuleSet.Create();

    [Fact]
    public void A_set_does_not_differ_from_itself_whatever_the_version_and_the_order() =>
        Assert.Empty(Diff.Between(Default, Default with { Version = 9, Rules = [.. Default.Rules.Reverse()] }));

    [Fact]
    public void Every_field_that_differs_is_a_line()
    {
        Rule before = new() { Name = "a", Filter = "blocked-terms", Options = new BlockedTermsOptions { Terms = ["ant", "bee", "bee"] }, Category = Category.Other, Verdict = Disposition.Flag };
        Rule after = before with { Options = new BlockedTermsOptions { Terms = ["bee", "cat"], Evasion = Core.Text.Evasion.Strict }, Verdict = Disposition.Delete, Then = [new TimeoutAction { Duration = TimeSpan.FromMinutes(5) }] };
        RuleChange change = Assert.Single(Diff.Between(new RuleSet(1, [before]), new RuleSet(2, [after])));
        Assert.Equal(
            ["verdict: flag → delete", "options.terms: − ant", "options.terms: − bee", "options.terms: + cat", "options.evasion: strict", "then: + {\"action\":\"timeout\",\"duration\":\"5m\"}"],
            change.Lines.AsEnumerable());
        Assert.Contains(Diff.Between(new RuleSet(1, [after]), new RuleSet(2, [before]))[0].Lines, line => line == "options.evasion: strict → default");
    }

    [Fact]
    public void Rules_that_come_and_go_and_what_is_beside_them_are_told()
    {
        RuleSet after = Default.Without("caps").With(Default.Find("spam")! with { Name = "more" }) with { Strikes = new StrikePolicy { Decay = 5 } };
        Assert.Equal(
            [(RuleChangeKind.Added, "more"), (RuleChangeKind.Removed, "caps"), (RuleChangeKind.Changed, RuleSetDiff.Everywhere)],
            Diff.Between(Default, after).Select(change => (change.Kind, change.Rule)));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1_000)]
    public void A_long_difference_is_cut_and_the_rest_counted(int longest)
    {
        string text = RuleSetDiff.Text(Diff.Between(new RuleSet(1, []), Default), longest);
        Assert.InRange(text.Length, longest / 2, longest);
        Assert.Matches("… and [0-9]+ more lines$", text);
    }
}
