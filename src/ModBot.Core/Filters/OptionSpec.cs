using System.Text.Json.Nodes;

namespace ModBot.Core.Filters;

/// <summary>How an option's value is written.</summary>
public enum OptionKind
{
    Toggle,
    Integer,
    Number,
    Choice,
    Text,
    TextList,

    /// <summary>A span of time in whole seconds, written as in <see cref="DurationText"/>; a number of seconds is read too.</summary>
    Duration,

    /// <summary>A channel's id, as a text; may be absent.</summary>
    Channel,

    /// <summary>A role's id, as a text; may be absent.</summary>
    Role,
}

/// <summary>One option of a filter or an action: what a slash command, a rule file, the documentation and the validation need to know.</summary>
/// <param name="Name">1..32 characters of a-z and hyphen.</param>
/// <param name="Kind">How the value is written.</param>
/// <param name="Description">One sentence, at most 100 characters.</param>
/// <param name="Default">The value when absent, as JSON.</param>
/// <param name="Minimum">For numbers the least value; for durations the least number of seconds; for lists the least count.</param>
/// <param name="Maximum">For numbers the greatest value; for durations the greatest number of seconds; for lists the greatest count; for texts the greatest length.</param>
/// <param name="MaximumItemLength">For lists the greatest length of an item, UTF-16 units; else 0.</param>
/// <param name="Choices">For choices, and for lists of choices, the allowed names; else empty.</param>
public sealed record OptionSpec(
    string Name,
    OptionKind Kind,
    string Description,
    JsonNode? Default,
    double Minimum,
    double Maximum,
    int MaximumItemLength,
    IReadOnlyList<string> Choices)
{
    /// <summary>It has no sensible default: an empty text or an absent id is a fault.</summary>
    public bool IsRequired { get; init; }
}
