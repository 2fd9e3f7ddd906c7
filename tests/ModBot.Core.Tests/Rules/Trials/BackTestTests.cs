using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Trials;
using ModBot.Core.Tests.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Rules.Trials;

public sealed class BackTestTests
{
    private static readonly Rule Pets = Terms("pets", Disposition.Delete, "ant");
    private static readonly Rule Insects = Terms("insects", Disposition.Flag, "ant", "bee");

    [Fact]
    public void Hits_authors_standing_and_overlaps_are_counted()
    {
        BackTestReport report = Run("pets", new RuleSet(1, [Pets, Insects]),
        [
            TrialMessages.Of(1, "an ant"),
            TrialMessages.Of(2, "a bee"),
            TrialMessages.Of(3, "nothing here"),
            TrialMessages.Of(4, "ant again", author: 8, daysMember: 400),
            TrialMessages.Of(5, "ant once more", author: 8, daysMember: 400),
            TrialMessages.Of(6, "a moderator's ant", author: 9, isModerator: true),
        ]);
        Assert.Equal((6, 3, 2, 1, 0, 1), (report.Messages, report.HitCount, report.Authors, report.LongStanding, report.WithStanding, report.Exempt));
        Assert.Equal(3, report.Hits[Disposition.Delete]);
        Assert.Equal(("insects", 3), Assert.Single(report.Overlaps));
        Assert.Equal(0, report.Alone);
        Assert.Equal([7UL, 8UL, 8UL], report.Samples.Select(sample => sample.Author.Value));
    }

    [Theory]
    [InlineData(RuleMode.Shadow)]
    [InlineData(RuleMode.Off)]
    public void The_rule_is_tried_as_if_it_were_on_and_others_count_only_where_they_act(RuleMode mode)
    {
        BackTestReport report = Run("pets", new RuleSet(1, [Pets with { Mode = mode }, Insects with { Mode = mode }]), [TrialMessages.Of(1, "an ant")]);
        Assert.Equal((1, 1), (report.HitCount, report.Alone));
        Assert.Empty(report.Overlaps);
    }

    [Fact]
    public void Members_whom_the_store_knows_have_standing()
    {
        var test = new BackTest(new RuleSet(1, [Pets]), "pets", FilterRegistry.BuiltIn, SilentModel.Instance);
        test.Add(TrialMessages.Of(1, "ant", daysMember: 30), MemberFacts.Of(TrialMessages.Of(1, "ant", daysMember: 30), 50));
        Assert.Equal(1, test.Report().WithStanding);
    }

    [Fact]
    public void Windows_count_over_the_recorded_messages()
    {
        Rule flood = new() { Name = "flood", Filter = "flood", Options = new FloodFilterOptions { Count = 3, Within = TimeSpan.FromMinutes(10) }, Category = Category.Flood, Verdict = Disposition.Flag };
        BackTestReport report = Run("flood", new RuleSet(1, [flood]), Enumerable.Range(1, 5).Select(i => TrialMessages.Of(i, $"line {i}")));
        Assert.Equal(3, report.HitCount);
    }

    [Fact]
    public void Samples_are_few_and_of_different_people_first()
    {
        BackTestReport report = Run("pets", new RuleSet(1, [Pets]), Enumerable.Range(1, 100).Select(i => TrialMessages.Of(i, "ant", author: i <= 50 ? 1UL : (ulong)i)));
        Assert.Equal(10, report.Samples.Length);
        Assert.Equal(10, report.Samples.Select(sample => sample.Author).Distinct().Count());
    }

    [Fact]
    public void An_unknown_rule_is_refused() =>
        Assert.Throws<ArgumentException>(() => new BackTest(new RuleSet(1, [Pets]), "none", FilterRegistry.BuiltIn, SilentModel.Instance));

    private static BackTestReport Run(string rule, RuleSet rules, IEnumerable<ChatMessage> messages)
    {
        var test = new BackTest(rules, rule, FilterRegistry.BuiltIn, SilentModel.Instance);
        foreach (ChatMessage message in messages)
            test.Add(message, MemberFacts.Of(message, 0));
        return test.Report();
    }

    private static Rule Terms(string name, Disposition verdict, params string[] terms) =>
        new() { Name = name, Filter = "blocked-terms", Options = new BlockedTermsOptions { Terms = [.. terms] }, Category = Category.Other, Verdict = verdict };
}
