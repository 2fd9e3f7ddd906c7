namespace ModBot.Core.Cases;

/// <summary>How far an intended action has come.</summary>
public enum ActionState
{
    /// <summary>Intended, not yet done; picked up again after a crash.</summary>
    Pending = 0,

    Done = 1,

    /// <summary>Tried, and trying again is useless; the detail says why.</summary>
    Failed = 2,
}
