namespace ModBot.Core.Search;

/// <summary>The order of a list of cases.</summary>
public enum CaseOrder
{
    Newest = 0,
    Oldest = 1,

    /// <summary>The highest spam score first, of equal ones the newest.</summary>
    Score = 2,
}
