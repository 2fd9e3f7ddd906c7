using System.Collections.Immutable;

namespace ModBot.Core.Rules;

/// <summary>What became of a rule between two versions.</summary>
public enum RuleChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One rule that differs between two versions.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Rule">Its name.</param>
/// <param name="Lines">What differs, one field or list item a line; empty for a rule that was removed.</param>
public sealed record RuleChange(RuleChangeKind Kind, string Rule, ImmutableArray<string> Lines);
