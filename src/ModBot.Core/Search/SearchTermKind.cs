namespace ModBot.Core.Search;

/// <summary>What a term of the search index is; terms of different kinds never meet.</summary>
public enum SearchTermKind : byte
{
    /// <summary>A folded word of evidence, a name, a reason or a note.</summary>
    Word = 1,

    /// <summary>An author's whole folded name.</summary>
    Author = 2,

    /// <summary>A host or a registrable domain.</summary>
    Domain = 3,

    /// <summary>A category's name.</summary>
    Category = 4,
}
