namespace ModBot.Core.Search;

/// <summary>A page of incidents, newest or oldest first.</summary>
/// <param name="Incidents">Each with those of its cases that were looked for.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Previous">Where the page before ends; null on the first.</param>
public sealed record IncidentPage(IReadOnlyList<IncidentCases> Incidents, CaseCursor? Next, CaseCursor? Previous);
