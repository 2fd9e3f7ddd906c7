namespace ModBot.Core.Viewing;

/// <summary>What a list shows of each case besides number, author and verdict.</summary>
[Flags]
public enum CaseParts
{
    None = 0,

    /// <summary>The beginning of the message, its hits marked. Showing it is an audited view of evidence.</summary>
    Text = 1,

    /// <summary>Why: the leading hit's reason.</summary>
    Reason = 2,

    /// <summary>The spam score.</summary>
    Score = 4,

    /// <summary>What was done and how it ended.</summary>
    Actions = 8,

    /// <summary>Who decided on it, and what.</summary>
    Review = 16,
}
