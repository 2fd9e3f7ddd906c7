using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Contracts;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

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
        Prop.ForAll(Arb.From(RuleSets), rules =>
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

    private static Gen<RuleSet> RuleSets =>
        from version in Gen.Choose(1, 1_000)
        from rules in RuleGen.ListOf(5)
        from decay in Gen.Choose(0, 100)
        from steps in ActionGen.Where(action => action.Kind != ActionKind.Strike).ListOf(3)
        from per in Gen.Elements(Enum.GetValues<CounterScope>()).ListOf(2)
        select new RuleSet(version, [.. rules.Select((rule, index) => rule with { Name = $"rule-{index}" })])
        {
            Strikes = new StrikePolicy { Decay = decay, Every = TimeSpan.FromHours(decay + 1), Ladder = [.. steps.Select((action, index) => new LadderStep(index + 1, action))] },
            Counters = [.. per.Select((scope, index) => new CounterSpec { Name = $"counter-{index}", Per = scope, Decay = decay })],
        };

    private static Gen<RuleAction> ActionGen =>
        from definition in Gen.Elements<ActionDefinition>(ActionRegistry.BuiltIn.All)
        from seed in Gen.Choose(0, int.MaxValue)
        select OptionSamples.ActionOf(definition, new Random(seed));

    private static Gen<Rule> RuleGen =>
        from filter in Gen.Elements<FilterDefinition>(FilterRegistry.BuiltIn.All)
        from options in OptionsOf(filter)
        from category in Gen.Elements(Enum.GetValues<Category>())
        from verdict in Gen.Elements(Enum.GetValues<Disposition>())
        from mode in Gen.Elements(Enum.GetValues<RuleMode>())
        from flags in Gen.Choose(0, 7)
        from ids in Gen.Choose(1, int.MaxValue).ListOf(3)
        from actions in ActionGen.ListOf(2)
        select new Rule
        {
            Name = "x",
            Filter = filter.Id,
            Options = options,
            Category = category,
            Verdict = verdict,
            Mode = mode,
            Private = (flags & 1) != 0,
            Scope = new RuleScope { Channels = Ids(ids), ExemptRoles = Ids(ids), IncludeBots = (flags & 2) != 0, IncludeModerators = (flags & 4) != 0 },
            Then = [.. actions],
        };

    private static ImmutableArray<Snowflake> Ids(IEnumerable<int> ids) => [.. ids.Distinct().Select(id => new Snowflake((ulong)id))];

    /// <summary>Values within every option's bounds; what a filter refuses besides falls back to its defaults.</summary>
    private static Gen<FilterOptions> OptionsOf(FilterDefinition filter) =>
        from seed in Gen.Choose(0, int.MaxValue)
        select Options(filter, new Random(seed));

    private static FilterOptions Options(FilterDefinition filter, Random random)
    {
        var json = new JsonObject();
        foreach (OptionSpec option in filter.Schema.Options.Where(_ => random.Next(2) == 0))
            json[option.Name] = OptionSamples.ValueOf(option, random);
        var options = (FilterOptions?)filter.Schema.Read(json, []);
        return options is not null && filter.Validate(options).Count == 0 ? options : filter.DefaultOptions;
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
