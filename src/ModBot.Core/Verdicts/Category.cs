namespace ModBot.Core.Verdicts;

/// <summary>What a hit says about a message. Names on the wire and in the command line are those of <see cref="CategoryNames"/>.</summary>
public enum Category
{
    Spam = 0,
    ScamLink,
    Invite,
    Hate,
    Slur,
    Threat,
    Harassment,
    Sexual,
    SelfHarm,
    Profanity,
    Insult,
    Mentions,
    Flood,
    Secret,
    Other,
}
