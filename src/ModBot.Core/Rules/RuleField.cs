using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>Something about a rule that is set by its name: an option of its filter, or what every rule has.</summary>
/// <param name="Name">As people type it; unique among the rule's fields.</param>
/// <param name="Key">The key in the rule's document, or in its <c>options</c>.</param>
/// <param name="IsOption">Whether it is an option of the filter.</param>
/// <param name="Description">One sentence, at most 100 characters.</param>
/// <param name="Spec">Kind, bounds and default; null for what is written as JSON.</param>
public sealed record RuleField(string Name, string Key, bool IsOption, string Description, OptionSpec? Spec)
{
    /// <summary>The list of further actions.</summary>
    public bool IsActions => !IsOption && Key == RuleFields.Actions;
}
