namespace ModBot.Core.Verdicts;

/// <summary>What becomes of a message. Ordered: the harsher is the greater.</summary>
public enum Disposition
{
    /// <summary>Recorded as seen and allowed.</summary>
    Log = 0,

    /// <summary>Stays, and goes to the review queue.</summary>
    Flag = 1,

    /// <summary>Removed, and a case is opened.</summary>
    Delete = 2,
}
