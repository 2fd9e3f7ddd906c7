using System.Collections.Immutable;

namespace ModBot.Core.Rules;

/// <summary>A guild's rules. A change is a new version; none is ever altered.</summary>
/// <param name="Version">1 for the first; grows by one with every change.</param>
/// <param name="Rules">At most 500, names unique.</param>
public sealed record RuleSet(int Version, ImmutableArray<Rule> Rules)
{
    /// <summary>How strikes decay and what follows them.</summary>
    public StrikePolicy Strikes { get; init; } = StrikePolicy.Default;

    /// <summary>At most 50, names unique. Rules may use others too: those have a counter's defaults.</summary>
    public ImmutableArray<CounterSpec> Counters { get; init; } = [];

    /// <summary>The rule of that name, or null. Case does not matter.</summary>
    public Rule? Find(string name) => Rules.FirstOrDefault(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The next version, with that rule put in the place of the one with its name, or added at the end.</summary>
    public RuleSet With(Rule rule)
    {
        int index = Rules.IndexOf(Find(rule.Name)!);
        return this with { Version = Version + 1, Rules = index < 0 ? Rules.Add(rule) : Rules.SetItem(index, rule) };
    }

    /// <summary>How that counter counts.</summary>
    public CounterSpec CounterOf(string name) =>
        Counters.FirstOrDefault(counter => string.Equals(counter.Name, name, StringComparison.Ordinal)) ?? new CounterSpec { Name = name };

    /// <summary>The next version without the rule of that name.</summary>
    public RuleSet Without(string name) =>
        this with { Version = Version + 1, Rules = Rules.RemoveAll(rule => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase)) };

    /// <summary>The next version with every rule changed so.</summary>
    public RuleSet Select(Func<Rule, Rule> change) => this with { Version = Version + 1, Rules = [.. Rules.Select(change)] };
}
