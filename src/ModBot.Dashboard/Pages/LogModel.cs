using ModBot.Core.Search;
using ModBot.Core.Viewing;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Pages;

/// <summary>The log.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Search">What is looked for.</param>
/// <param name="Options">How it is shown.</param>
/// <param name="Cases">A flat page; null where it is threaded or the search is wrong.</param>
/// <param name="Incidents">A threaded page; null where it is flat or the search is wrong.</param>
/// <param name="Rules">Names of rules to choose from.</param>
public sealed record LogModel(PageFrame Frame, LogSearch Search, ViewingOptions Options, CasePage? Cases, IncidentPage? Incidents, IReadOnlyList<string> Rules)
{
    public CaseCursor? Next => Cases?.Next ?? Incidents?.Next;

    public CaseCursor? Previous => Cases?.Previous ?? Incidents?.Previous;

    public bool IsEmpty => (Cases?.Cases.Count ?? Incidents?.Incidents.Count ?? 0) == 0;
}
