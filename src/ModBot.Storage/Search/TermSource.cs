namespace ModBot.Storage.Search;

/// <summary>Where a case's term comes from; both where it stands in both.</summary>
[Flags]
internal enum TermSource
{
    /// <summary>The evidence: the term goes when it does.</summary>
    Evidence = 1,

    /// <summary>What stays with the case: its author's name, categories, domains, reasons, notes.</summary>
    Lasting = 2,
}
