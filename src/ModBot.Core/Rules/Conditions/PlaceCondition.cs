using System.Collections.Immutable;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>The channel, or its category. A thread counts as itself and as its parent; what happens in no channel is in none.</summary>
public sealed record PlaceCondition(bool Categories, ImmutableArray<Snowflake> Places) : RuleCondition
{
    public override bool Holds(Occurrence occurrence, MemberFacts member)
    {
        foreach (Snowflake place in Places)
        {
            if (Categories ? place == occurrence.CategoryId : place == occurrence.ChannelId || place == occurrence.ParentChannelId)
                return true;
        }

        return false;
    }

    public override string Describe() => $"it is in {(Categories ? "the category" : "the channel")} {string.Join(" or ", Places.Select(place => $"<#{place}>"))}";

    public bool Equals(PlaceCondition? other) => other is not null && Categories == other.Categories && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => HashCode.Combine(Categories, Places.Length);
}
