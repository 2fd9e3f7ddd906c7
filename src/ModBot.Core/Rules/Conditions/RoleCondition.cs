using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>How many of the named roles the author must have.</summary>
public enum RoleMatch
{
    Any,
    All,
    None,
}

/// <summary>The author's roles.</summary>
public sealed record RoleCondition(RoleMatch Match, ImmutableArray<Snowflake> Roles) : RuleCondition
{
    public override bool Holds(Occurrence occurrence, MemberFacts member)
    {
        IReadOnlyList<Snowflake> held = occurrence.Author.RoleIds;
        foreach (Snowflake role in Roles)
        {
            bool has = Contains(held, role);
            if (Match == RoleMatch.All ? !has : has)
                return Match == RoleMatch.Any;
        }

        return Match != RoleMatch.Any;
    }

    public override string Describe()
    {
        string names = string.Join(", ", Roles.Select(role => $"<@&{role}>"));
        return Match switch
        {
            RoleMatch.Any => $"the author has one of {names}",
            RoleMatch.All => $"the author has all of {names}",
            _ => $"the author has none of {names}",
        };
    }

    public bool Equals(RoleCondition? other) => other is not null && Match == other.Match && Roles.SequenceEqual(other.Roles);

    public override int GetHashCode() => HashCode.Combine(Match, Roles.Length);

    private static bool Contains(IReadOnlyList<Snowflake> roles, Snowflake role)
    {
        for (int i = 0; i < roles.Count; i++)
        {
            if (roles[i] == role)
                return true;
        }

        return false;
    }
}
