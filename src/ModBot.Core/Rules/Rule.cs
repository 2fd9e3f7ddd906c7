using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules.Conditions;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules;

/// <summary>A guild's named use of a filter.</summary>
public sealed record Rule
{
    public static readonly TimeSpan LongestCooldown = TimeSpan.FromHours(24);

    /// <summary>1..32 characters of a-z, 0-9 and hyphen; unique in its rule set.</summary>
    public required string Name { get; init; }

    /// <summary>The filter's id.</summary>
    public required string Filter { get; init; }

    public required FilterOptions Options { get; init; }

    /// <summary>What a hit says about the message, unless the filter says it more precisely.</summary>
    public required Category Category { get; init; }

    /// <summary>The harshest disposition that a hit of this rule may ask for.</summary>
    public required Disposition Verdict { get; init; }

    /// <summary>What the rule looks at, within what its filter can; none: what the filter looks at by itself.</summary>
    public OccurrenceKinds On { get; init; }

    public RuleMode Mode { get; init; } = RuleMode.Enforce;

    public RuleScope Scope { get; init; } = RuleScope.Everywhere;

    /// <summary>What must hold besides the scope; null for nothing.</summary>
    public RuleCondition? When { get; init; }

    /// <summary>After a hit the rule leaves that author alone for so long; 0 for not at all, at most <see cref="LongestCooldown"/>.</summary>
    public TimeSpan Cooldown { get; init; }

    /// <summary>What follows besides the verdict's own delete or flag.</summary>
    public ImmutableArray<RuleAction> Then { get; init; } = [];

    /// <summary>The review card and the case are for those who may see private matters only, and nothing punishes (self-harm).</summary>
    public bool Private { get; init; }
}
