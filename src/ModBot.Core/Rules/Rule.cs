using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules;

/// <summary>A guild's named use of a filter.</summary>
public sealed record Rule
{
    /// <summary>1..32 characters of a-z, 0-9 and hyphen; unique in its rule set.</summary>
    public required string Name { get; init; }

    /// <summary>The filter's id.</summary>
    public required string Filter { get; init; }

    public required FilterOptions Options { get; init; }

    /// <summary>What a hit says about the message, unless the filter says it more precisely.</summary>
    public required Category Category { get; init; }

    /// <summary>The harshest disposition that a hit of this rule may ask for.</summary>
    public required Disposition Verdict { get; init; }

    public RuleMode Mode { get; init; } = RuleMode.Enforce;

    public RuleScope Scope { get; init; } = RuleScope.Everywhere;

    /// <summary>What follows besides the verdict's own delete or flag.</summary>
    public ImmutableArray<RuleAction> Then { get; init; } = [];

    /// <summary>The review card and the case are for those who may see private matters only, and nothing punishes (self-harm).</summary>
    public bool Private { get; init; }
}
