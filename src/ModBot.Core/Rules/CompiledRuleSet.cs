using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Filters.History;
using ModBot.Core.Guilds;
using ModBot.Core.Occurrences;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules;

/// <summary>A rule set ready to judge with: compiled once, swapped whole, shared by threads.</summary>
public sealed class CompiledRuleSet
{
    private CompiledRuleSet(RuleSet source, RuleMode mode, ImmutableArray<CompiledRule> rules)
    {
        Source = source;
        Mode = mode;
        Rules = rules;
        Watches = rules.Aggregate(OccurrenceKinds.None, (all, rule) => all | rule.Watches);
        History = new HistoryNeeds(rules.Select(rule => rule.Filter.Need), rules.Where(rule => rule.Rule.Cooldown > TimeSpan.Zero).Select(rule => rule.Rule.Name));
    }

    /// <summary>The same rules under what holds them back for a time.</summary>
    private CompiledRuleSet(CompiledRuleSet unbound, GuildState state)
        : this(unbound.Source, unbound.Mode, unbound.Rules)
    {
        State = state;
        if (state.Stop is not null && Mode == RuleMode.Enforce)
            Mode = RuleMode.Shadow;
    }

    public RuleSet Source { get; }

    /// <summary>What holds the rules back or heightens them.</summary>
    public GuildState State { get; } = GuildState.Calm;

    /// <summary>The guild's mode, over all rules.</summary>
    public RuleMode Mode { get; }

    /// <summary>What the rules need to be remembered: to be given to <see cref="BehaviourHistory.Keep"/>.</summary>
    public HistoryNeeds History { get; }

    /// <summary>What any of the rules looks at: nothing else needs to be judged.</summary>
    public OccurrenceKinds Watches { get; }

    /// <summary>The rules that are not off.</summary>
    public ImmutableArray<CompiledRule> Rules { get; }

    /// <summary>The same rules while the state holds: an emergency stop puts them into shadow, a tripped rule flags only.</summary>
    /// <param name="state">Without what has ended (<see cref="GuildState.At"/>).</param>
    public CompiledRuleSet Under(GuildState state) => new(this, state);

    /// <summary>The circuit breaker holds that rule back.</summary>
    public RuleTrip? TripOf(string rule) => State.Trips.FirstOrDefault(trip => string.Equals(trip.Rule, rule, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the hit of one of these rules deletes or punishes.</summary>
    public bool IsHarsh(Hit hit) => Source.Find(hit.Rule) is { } rule && ActionPlan.IsHarsh(rule, hit);

    /// <exception cref="ArgumentException">A rule names an unknown filter, or its options are out of bounds.</exception>
    public static CompiledRuleSet Compile(RuleSet rules, RuleMode mode, FilterRegistry registry)
    {
        var compilation = new FilterCompilation();
        ImmutableArray<CompiledRule>.Builder compiled = ImmutableArray.CreateBuilder<CompiledRule>();
        foreach (Rule rule in rules.Rules)
        {
            if (rule.Mode == RuleMode.Off)
                continue;
            FilterDefinition definition = registry.Find(rule.Filter)
                ?? throw new ArgumentException($"Rule '{rule.Name}' uses the unknown filter '{rule.Filter}'.", nameof(rules));
            compiled.Add(new CompiledRule(rule, definition, definition.Compile(rule.Options, compilation)));
        }

        compilation.Complete();
        return new CompiledRuleSet(rules, mode, compiled.ToImmutable());
    }
}
