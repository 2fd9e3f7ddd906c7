using ModBot.Core.Cases;

namespace ModBot.Dashboard.Pages;

/// <summary>One case with all that is known of it.</summary>
public sealed record CaseModel
{
    public required PageFrame Frame { get; init; }

    public required ModerationCase Case { get; init; }

    public required IReadOnlyList<CaseNote> Notes { get; init; }

    /// <summary>Other cases of the same member, newest first.</summary>
    public required IReadOnlyList<ModerationCase> OfAuthor { get; init; }

    /// <summary>Other cases of the same incident.</summary>
    public required IReadOnlyList<ModerationCase> OfIncident { get; init; }

    /// <summary>How many cases the incident has.</summary>
    public required long IncidentSize { get; init; }
}
