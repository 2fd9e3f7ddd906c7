using ModBot.Core.Search;
using ModBot.Core.Viewing;

namespace ModBot.Dashboard.Pages;

/// <summary>An incident's cases.</summary>
/// <param name="Frame">Around it.</param>
/// <param name="Number">The number of its first case.</param>
/// <param name="Count">How many cases it has.</param>
/// <param name="Members">How many members they are of, among those shown.</param>
/// <param name="Options">How they are shown.</param>
/// <param name="Cases">A page of them, oldest first.</param>
public sealed record IncidentModel(PageFrame Frame, long Number, long Count, int Members, ViewingOptions Options, CasePage Cases);
