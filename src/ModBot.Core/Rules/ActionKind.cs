namespace ModBot.Core.Rules;

/// <summary>Something ModBot does to the outside. Names on the wire are the lower-case member names with hyphens.</summary>
public enum ActionKind
{
    Delete,
    DeleteRelated,
    Flag,
    Strike,
    NotifyAuthor,
    Timeout,
    Kick,
    Ban,
}
