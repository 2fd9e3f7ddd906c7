using ModBot.Core.Abuse;
using ModBot.Core.Filters;
using ModBot.Core.Tests.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Abuse;

public sealed class AbuseFilterTests
{
    [Theory]
    [InlineData(AbuseKind.Harassment, "fuck you Kevin", true)]
    [InlineData(AbuseKind.Hate, "fuck you Kevin", false)]
    [InlineData(AbuseKind.SelfHarm, "i want to kill myself", true)]
    [InlineData(AbuseKind.Threat, "i want to kill myself", false)]
    public void A_rule_reports_its_own_category_only(AbuseKind kind, string text, bool hits) =>
        Assert.Equal(hits, new OneRule(new AbuseFilter(), new AbuseOptions { Category = kind }).Judge(text).Hits.Count == 1);

    [Theory]
    [InlineData("you dirty kike", Disposition.Delete)]
    [InlineData("what a spastic", Disposition.Flag)]
    public void Only_a_severe_slur_deletes(string text, Disposition disposition) =>
        Assert.Equal(disposition, new OneRule(new AbuseFilter()).Judge(text).Disposition);

    [Fact]
    public void Findings_below_the_rules_severity_are_left_out()
    {
        var rule = new OneRule(new AbuseFilter(), new AbuseOptions { Category = AbuseKind.Profanity, Severity = 3 });
        Assert.Empty(rule.Judge("damn, missed it").Hits);
        Assert.Single(rule.Judge("fuck, missed it").Hits);
    }

    [Fact]
    public void Its_options_are_bounded() =>
        Assert.Equal("severity", Assert.Single(new AbuseFilter().Validate(new AbuseOptions { Severity = 4 })).Path);
}
