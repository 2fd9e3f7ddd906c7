namespace ModBot.Core.Search;

/// <summary>How far a case's review has come.</summary>
public enum ReviewState
{
    /// <summary>Nobody has decided on it.</summary>
    Open = 0,

    /// <summary>The first review upheld it.</summary>
    Upheld = 1,

    /// <summary>The first review overturned it.</summary>
    Overturned = 2,
}
