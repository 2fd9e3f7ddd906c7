using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules.Conditions;

/// <summary>The server's raid level.</summary>
/// <param name="Over">At least that level, rather than a lower one.</param>
/// <param name="Level">The level.</param>
public sealed record RaidCondition(bool Over, RaidLevel Level) : RuleCondition
{
    public override bool Holds(Occurrence occurrence, MemberFacts member) => (member.Raid >= Level) == Over;

    public override string Describe() => $"the server's raid level is {(Over ? "at least" : "below")} {RuleReader.NameOf(Level)}";
}
