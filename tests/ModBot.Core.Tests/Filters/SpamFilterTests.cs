using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Spam;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Filters;

public sealed class SpamFilterTests
{
    [Theory]
    [InlineData(0.97f, Disposition.Delete, "spam 0.97 ≥ 0.90 (delete)")]
    [InlineData(0.899f, Disposition.Flag, "spam 0.89 ≥ 0.60 (flag)")]
    [InlineData(0.6f, Disposition.Flag, "spam 0.60 ≥ 0.60 (flag)")]
    public void A_score_at_a_threshold_hits(float score, Disposition disposition, string reason)
    {
        Verdict verdict = Judge(score, MemberFacts.Unknown);
        Assert.Equal(disposition, verdict.Disposition);
        Hit hit = Assert.Single(verdict.Hits);
        Assert.Equal(reason, hit.Reason);
        Assert.True(hit.ByModel);
        Assert.Equal(score, hit.Score!.Value, 5);
    }

    [Fact]
    public void A_score_below_the_thresholds_does_not_hit() => Assert.Empty(Judge(0.599f, MemberFacts.Unknown).Hits);

    [Fact]
    public void Standing_turns_a_delete_into_a_flag() => Assert.Equal(Disposition.Flag, Judge(0.99f, MemberFacts.Trusted).Disposition);

    [Fact]
    public void Standing_needs_the_delete_threshold_to_be_flagged() => Assert.Empty(Judge(0.85f, MemberFacts.Trusted).Hits);

    [Fact]
    public void A_flag_threshold_above_the_delete_threshold_is_a_fault() =>
        Assert.Equal("flag-threshold", Assert.Single(new SpamFilter().Validate(new SpamFilterOptions { DeleteThreshold = 0.7, FlagThreshold = 0.8 })).Path);

    [Fact]
    public void The_filter_is_registered() => Assert.IsType<SpamFilter>(FilterRegistry.BuiltIn.Find("spam"));

    private static Verdict Judge(float score, MemberFacts member)
    {
        var rule = new Rule { Name = "spam", Filter = "spam", Options = new SpamFilterOptions(), Category = Category.Spam, Verdict = Disposition.Delete };
        CompiledRuleSet rules = CompiledRuleSet.Compile(new RuleSet(1, [rule]), RuleMode.Enforce, FilterRegistry.BuiltIn);
        return new FilterPipeline().Judge(Message(), rules, new FixedModel(score), member, EmptyHistory.Instance);
    }

    private static ChatMessage Message() => new()
    {
        Id = new Snowflake(1_300_000_000_000_000_000),
        GuildId = new Snowflake(1),
        ChannelId = new Snowflake(2),
        Author = new MessageAuthor { Id = new Snowflake(3), Username = "someone" },
        Content = "whatever",
    };

    private sealed class FixedModel(float spam) : ISpamModel
    {
        public string Version => "fixed";

        public ModelScores Score(TextViews text) => new() { Spam = spam };

        public IReadOnlyList<ModelTerm> Explain(TextViews text, int count) => [];

        public void Save(Stream destination) => throw new NotSupportedException();
    }
}
