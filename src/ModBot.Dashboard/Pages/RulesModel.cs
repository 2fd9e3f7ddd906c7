using System.Collections.Immutable;
using ModBot.Core.Rules;
using ModBot.Core.Statistics;

namespace ModBot.Dashboard.Pages;

/// <summary>A guild's rules in one version, and how they came to be.</summary>
public sealed record RulesModel
{
    public required PageFrame Frame { get; init; }

    /// <summary>The version shown.</summary>
    public required RuleSet Rules { get; init; }

    public required bool IsNewest { get; init; }

    /// <summary>Each rule's document by name, indented.</summary>
    public required IReadOnlyDictionary<string, string> Documents { get; init; }

    /// <summary>How the rules' cases fared, by rule.</summary>
    public required IReadOnlyDictionary<string, RuleTally> Tallies { get; init; }

    /// <summary>Stored versions, newest first; the default rules are not among them.</summary>
    public required IReadOnlyList<RuleSetRevision> History { get; init; }

    /// <summary>What changed against <see cref="ComparedTo"/>.</summary>
    public required ImmutableArray<RuleChange> Changes { get; init; }

    /// <summary>Null where nothing is compared.</summary>
    public required int? ComparedTo { get; init; }
}
