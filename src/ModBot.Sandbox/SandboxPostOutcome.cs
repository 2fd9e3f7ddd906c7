namespace ModBot.Sandbox;

/// <summary>What came of posting a message with a fixed id.</summary>
public enum SandboxPostOutcome
{
    /// <summary>It was new.</summary>
    Posted,

    /// <summary>A message of that id is there already; nothing happened.</summary>
    AlreadyThere,

    /// <summary>A message of that id was there and was deleted; nothing happened.</summary>
    WasDeleted,
}
