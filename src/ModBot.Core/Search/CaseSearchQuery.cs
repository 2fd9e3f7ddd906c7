namespace ModBot.Core.Search;

/// <summary>One page of a search.</summary>
public sealed record CaseSearchQuery
{
    /// <summary>The most cases a page has.</summary>
    public const int MaximumLimit = 200;

    public required CaseFilter Filter { get; init; }

    public CaseOrder Order { get; init; }

    /// <summary>Where the page begins, this place itself left out; null for the first page.</summary>
    public CaseCursor? From { get; init; }

    /// <summary>The page ends at <see cref="From"/> instead of beginning there.</summary>
    public bool Backwards { get; init; }

    /// <summary>1..200; default 50.</summary>
    public int Limit { get; init; } = 50;
}
