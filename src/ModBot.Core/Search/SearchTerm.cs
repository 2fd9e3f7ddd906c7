namespace ModBot.Core.Search;

/// <summary>Something a case can be found by. Stored only as a keyed hash.</summary>
public readonly record struct SearchTerm(SearchTermKind Kind, string Text);
