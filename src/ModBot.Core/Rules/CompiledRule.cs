using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules;

/// <summary>A rule with its filter compiled.</summary>
public sealed record CompiledRule(Rule Rule, FilterDefinition Definition, ICompiledFilter Filter)
{
    /// <summary>What the rule looks at.</summary>
    public OccurrenceKinds Watches { get; } = Definition.Watches;
}
