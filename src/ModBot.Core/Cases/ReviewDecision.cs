namespace ModBot.Core.Cases;

/// <summary>What a moderator said of a case.</summary>
public enum ReviewDecision
{
    Upheld = 1,
    Overturned = 2,
}
