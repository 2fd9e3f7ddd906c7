using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>How the parts of a group are weighed.</summary>
public enum GroupKind
{
    All,
    Any,

    /// <summary>None of the parts may hold.</summary>
    Not,
}

/// <summary>Conditions taken together.</summary>
/// <param name="Kind">How.</param>
/// <param name="Parts">At least one.</param>
public sealed record ConditionGroup(GroupKind Kind, ImmutableArray<RuleCondition> Parts) : RuleCondition
{
    public override bool Holds(Occurrence occurrence, MemberFacts member)
    {
        bool stopsAt = Kind != GroupKind.All;
        foreach (RuleCondition part in Parts)
        {
            if (part.Holds(occurrence, member) == stopsAt)
                return Kind == GroupKind.Any;
        }

        return Kind != GroupKind.Any;
    }

    public override string Describe() => Kind switch
    {
        GroupKind.All => Join(Parts.Select(part => part.Describe()), " and "),
        GroupKind.Any => Join(Parts.Select(part => part.Describe()), " or "),
        _ => $"not {Join(Parts.Select(part => part.Describe()), " or ")}",
    };

    public override string Explain(Occurrence occurrence, MemberFacts member) => Kind switch
    {
        GroupKind.All => Join(Parts.Where(part => !part.Holds(occurrence, member)).Select(part => part.Explain(occurrence, member)), " and "),
        GroupKind.Any => Join(Parts.Select(part => part.Explain(occurrence, member)), " or "),
        _ => $"not {Join(Parts.Where(part => part.Holds(occurrence, member)).Select(part => part.Describe()), " or ")}",
    };

    public override IEnumerable<RuleCondition> Flatten() => Parts.SelectMany(part => part.Flatten()).Prepend(this);

    public bool Equals(ConditionGroup? other) => other is not null && Kind == other.Kind && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => HashCode.Combine(Kind, Parts.Length);

    private static string Join(IEnumerable<string> parts, string word)
    {
        string[] all = [.. parts];
        return all.Length == 1 ? all[0] : $"({string.Join(word, all)})";
    }
}
