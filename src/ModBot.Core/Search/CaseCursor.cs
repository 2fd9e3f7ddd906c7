namespace ModBot.Core.Search;

/// <summary>A place in an ordered list of cases, by the values of the case that stands there.</summary>
/// <param name="Number">The case's number; in a list of incidents the incident's.</param>
/// <param name="Score">Its spam score; used by <see cref="CaseOrder.Score"/> alone.</param>
public readonly record struct CaseCursor(long Number, float Score = float.NaN);
