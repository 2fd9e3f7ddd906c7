using ModBot.Core.Messages;

namespace ModBot.Sandbox;

/// <summary>A message that was deleted.</summary>
/// <param name="Message">As it was.</param>
/// <param name="DeletedBy">Who deleted it.</param>
/// <param name="DeletedAt">When.</param>
/// <param name="Reason">The audit-log reason that was given.</param>
public sealed record SandboxDeletion(SandboxMessage Message, Snowflake DeletedBy, DateTimeOffset DeletedAt, string? Reason);
