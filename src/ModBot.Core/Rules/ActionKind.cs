namespace ModBot.Core.Rules;

/// <summary>
/// Something ModBot does to the outside, in the order of doing: what protects others comes first, what a member is told comes
/// before they are removed, the card comes last. Names on the wire are the lower-case member names with hyphens.
/// </summary>
public enum ActionKind
{
    Delete,
    DeleteRelated,
    DeleteRecent,
    LockChannel,
    PauseInvites,
    Slowmode,
    RaidLevel,
    Strike,
    AddToCounter,
    SetCounter,
    ResetCounters,
    NotifyAuthor,
    Warn,
    Nickname,
    AddRole,
    RemoveRole,
    Timeout,
    Kick,
    Softban,
    Ban,
    StartThread,
    ArchiveThread,
    Reply,
    Message,
    Log,
    Alert,
    Flag,

    /// <summary>Takes back what another action of the case did; never asked for by rules.</summary>
    TakeBack,
}
