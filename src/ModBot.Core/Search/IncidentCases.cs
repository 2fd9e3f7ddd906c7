using ModBot.Core.Cases;

namespace ModBot.Core.Search;

/// <summary>An incident's cases, as far as they were looked for.</summary>
/// <param name="Number">The incident's number: that of its first case.</param>
/// <param name="Count">How many of its cases were found.</param>
/// <param name="Cases">The first of them, by number; at most <see cref="Shown"/>.</param>
public sealed record IncidentCases(long Number, long Count, IReadOnlyList<ModerationCase> Cases)
{
    /// <summary>How many cases of an incident a list shows.</summary>
    public const int Shown = 5;
}
