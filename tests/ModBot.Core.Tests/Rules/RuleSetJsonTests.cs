using FsCheck;
using FsCheck.Fluent;
using ModBot.Contracts;
using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Tests.Rules;

public sealed class RuleSetJsonTests
{
    private static readonly RuleSetJson Json = new(FilterRegistry.BuiltIn);

    [Fact]
    public void The_default_rules_survive_the_round()
    {
        string written = Json.Write(DefaultRuleSet.Create());
        Assert.Equal(written, Json.Write(Read(written)));
    }

    [Fact]
    public void Any_rule_set_survives_the_round()
    {
        Prop.ForAll(Arb.From(RuleSamples.Sets), rules =>
        {
            string written = Json.Write(rules);
            RuleSet read = Read(written);
            return Json.Write(read) == written && Same(rules, read);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_fault_is_named_with_its_path()
    {
        var faults = new List<OptionFault>();
        Assert.Null(Json.Read(
            """
            {"version":0,"extra":1,"rules":[
              {"name":"Bad Name","filter":"caps","options":{"percent":0,"volume":3},"category":"noise","verdict":"shout"},
              {"name":"a","filter":"no-such","mode":"on","scope":{"channels":["x"],"where":1},"then":[{"kind":"explode"}]},
              {"name":"b","filter":"blocked-terms","options":{"terms":["ok"," ","**"]}},
              {"name":"c","filter":"pattern","options":{"patterns":["a(?=b)"]},"private":"yes"},
              7
            ],"strikes":{"decay":-1,"ladder":[{"at":3,"action":"strike"},{"at":3,"action":"kick"},{"action":"kick"}]},"counters":[{"name":"a b"},{"name":"c","every":"0s"}]}
            """,
            faults));
        string[] paths = [.. faults.Select(fault => fault.Path)];
        foreach (string expected in (string[])
            ["version", "extra", "rules[0].name", "rules[0].options.percent", "rules[0].options.volume", "rules[0].category", "rules[0].verdict", "rules[1].filter", "rules[1].mode",
             "rules[1].scope.channels[0]", "rules[1].scope.where", "rules[2].options.terms[1]", "rules[3].options.patterns[0]", "rules[3].private", "rules[4]",
             "strikes.decay", "strikes.ladder[0].action", "strikes.ladder[1].at", "strikes.ladder[2].at", "counters[0].name", "counters[1].every"])
        {
            Assert.Contains(expected, paths);
        }

        Assert.Contains(paths, path => path.StartsWith("rules[1].then[0]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"rules\":{}}")]
    [InlineData("{\"version\":1,\"rules\":[{\"name\":\"a\",\"filter\":\"caps\"},{\"name\":\"A\",\"filter\":\"caps\"}]}")]
    [InlineData("{\"version\":1,\"rules\":[{\"name\":\"a\",\"filter\":\"caps\"},{\"name\":\"a\",\"filter\":\"caps\"}]}")]
    public void What_is_no_rule_set_is_refused(string text)
    {
        var faults = new List<OptionFault>();
        Assert.Null(Json.Read(text, faults));
        Assert.NotEmpty(faults);
    }

    private static RuleSet Read(string json)
    {
        var faults = new List<OptionFault>();
        RuleSet? read = Json.Read(json, faults);
        Assert.Empty(faults);
        return read!;
    }

    private static bool Same(RuleSet left, RuleSet right) =>
        left.Version == right.Version && left.Strikes == right.Strikes && left.Counters.SequenceEqual(right.Counters) && left.Rules.Length == right.Rules.Length && left.Rules.Zip(right.Rules).All(pair => Same(pair.First, pair.Second));

    private static bool Same(Rule left, Rule right) =>
        left with { Options = right.Options, Scope = right.Scope, Then = right.Then } == right
        && left.Then.SequenceEqual(right.Then)
        && left.Scope.Channels.SequenceEqual(right.Scope.Channels)
        && left.Scope.ExemptRoles.SequenceEqual(right.Scope.ExemptRoles)
        && (left.Scope.IncludeBots, left.Scope.IncludeModerators) == (right.Scope.IncludeBots, right.Scope.IncludeModerators);
}
