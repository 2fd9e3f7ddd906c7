using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>How old the author's account is, or how long they have been a member, when it happened.</summary>
/// <param name="OfMembership">The membership rather than the account. Where its begin is unknown, neither over nor under holds.</param>
/// <param name="Over">At least that old, rather than younger.</param>
/// <param name="Age">1 s to 10 years.</param>
public sealed record AgeCondition(bool OfMembership, bool Over, TimeSpan Age) : RuleCondition
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3_650);

    public override bool Holds(Occurrence occurrence, MemberFacts member)
    {
        DateTimeOffset? since = OfMembership ? occurrence.Author.JoinedAt ?? member.JoinedAt : occurrence.Author.Id.Timestamp;
        return since is { } begin && (occurrence.At - begin >= Age) == Over;
    }

    public override string Describe() =>
        $"the author {(OfMembership ? "has been a member" : "has had the account")} for {(Over ? "at least" : "less than")} {DurationText.Write(Age)}";
}
