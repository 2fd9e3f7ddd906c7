using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules;

/// <summary>A rule with its filter compiled.</summary>
public sealed record CompiledRule(Rule Rule, FilterDefinition Definition, ICompiledFilter Filter)
{
    private readonly string unmet = $"{Rule.Name}: the rule looks only where {Rule.When?.Describe()}";
    private readonly string resting = $"{Rule.Name}: the rule hit the author less than {DurationText.Write(Rule.Cooldown)} ago";

    /// <summary>What the rule looks at.</summary>
    public OccurrenceKinds Watches { get; } = Rule.On == OccurrenceKinds.None ? Definition.Watches : Rule.On & Definition.CanWatch;

    /// <summary>Null where the rule looks at it, else why it does not, its name first. Allocates only for what the scope exempts.</summary>
    public string? Exempts(Occurrence occurrence, MemberFacts member, IBehaviourHistory history)
    {
        if (Rule.Scope.Exempts(occurrence) is { } exemption)
            return $"{Rule.Name}: {exemption}";
        if (occurrence is ModeratorDeed { ByBot: true } deed && deed.Reason.EndsWith($": {Rule.Name}", StringComparison.Ordinal))
            return $"{Rule.Name}: the rule did this itself";
        if (Rule.When is { } when && !when.Holds(occurrence, member))
            return unmet;
        return IsResting(occurrence, history) ? resting : null;
    }

    /// <summary>As <see cref="Exempts"/>, and which part of the conditions does not hold.</summary>
    public string? WhyNot(Occurrence occurrence, MemberFacts member, IBehaviourHistory history)
    {
        string? why = Exempts(occurrence, member, history);
        return ReferenceEquals(why, unmet) ? $"{Rule.Name}: the rule looks only where {Rule.When!.Explain(occurrence, member)}" : why;
    }

    private bool IsResting(Occurrence occurrence, IBehaviourHistory history) =>
        Rule.Cooldown > TimeSpan.Zero && history.LastHit(Rule.Name, occurrence.Author.Id) is { } last && last <= occurrence.At && occurrence.At - last < Rule.Cooldown;
}
