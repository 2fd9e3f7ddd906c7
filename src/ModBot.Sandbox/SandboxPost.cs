namespace ModBot.Sandbox;

/// <summary>What came of posting a message.</summary>
/// <param name="Outcome">Whether it was new.</param>
/// <param name="Message">The message as it stands, or as it was when it was deleted.</param>
public sealed record SandboxPost(SandboxPostOutcome Outcome, SandboxMessage Message);
