using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Conditions;
using ModBot.Core.Verdicts;

namespace ModBot.Contracts;

/// <summary>Rules of every registered filter with every registered action, for properties that hold for all of them.</summary>
internal static class RuleSamples
{
    public static Gen<RuleSet> Sets =>
        from version in Gen.Choose(1, 1_000)
        from rules in Rules.ListOf(5)
        from decay in Gen.Choose(0, 100)
        from steps in Actions.Where(action => action.Kind != ActionKind.Strike).ListOf(3)
        from per in Gen.Elements(Enum.GetValues<CounterScope>()).ListOf(2)
        select new RuleSet(version, [.. rules.Select((rule, index) => rule with { Name = $"rule-{index}" })])
        {
            Strikes = new StrikePolicy { Decay = decay, Every = TimeSpan.FromHours(decay + 1), Ladder = [.. steps.Select((action, index) => new LadderStep(index + 1, action))] },
            Counters = [.. per.Select((scope, index) => new CounterSpec { Name = $"counter-{index}", Per = scope, Decay = decay })],
        };

    private static Gen<RuleAction> Actions =>
        from definition in Gen.Elements<ActionDefinition>(ActionRegistry.BuiltIn.All)
        from seed in Gen.Choose(0, int.MaxValue)
        select OptionSamples.ActionOf(definition, new Random(seed));

    public static Gen<Rule> Rules =>
        from filter in Gen.Elements<FilterDefinition>(FilterRegistry.BuiltIn.All)
        from options in OptionsOf(filter)
        from category in Gen.Elements(Enum.GetValues<Category>())
        from verdict in Gen.Elements(Enum.GetValues<Disposition>())
        from mode in Gen.Elements(Enum.GetValues<RuleMode>())
        from flags in Gen.Choose(0, 7)
        from ids in Gen.Choose(1, int.MaxValue).ListOf(3)
        from actions in Actions.ListOf(2)
        from cooldown in Gen.Choose(0, 86_400)
        from when in Gen.Elements(Conditions)
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
            On = (flags & 1) != 0 ? filter.CanWatch : OccurrenceKinds.None,
            When = when,
            Cooldown = TimeSpan.FromSeconds(cooldown),
            Then = [.. actions],
        };

    /// <summary>One of every kind, and groups of them.</summary>
    private static readonly RuleCondition?[] Conditions =
    [
        null,
        new RoleCondition(RoleMatch.None, [new Snowflake(7), new Snowflake(ulong.MaxValue)]),
        new PlaceCondition(Categories: true, [new Snowflake(8)]),
        new AgeCondition(OfMembership: true, Over: false, TimeSpan.FromMinutes(90)),
        new RaidCondition(Over: true, RaidLevel.High),
        new ConditionGroup(GroupKind.Not, [new TraitCondition(Trait.Forward, Expected: true)]),
        new ConditionGroup(GroupKind.Any, [new AmountCondition(null, Over: true, 2.5), new ConditionGroup(GroupKind.All, [new AmountCondition("heat", Over: false, 3), new TraitCondition(Trait.Avatar, Expected: false)])]),
    ];

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
}
