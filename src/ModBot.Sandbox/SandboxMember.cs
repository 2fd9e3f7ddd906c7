using ModBot.Core.Messages;

namespace ModBot.Sandbox;

/// <summary>A member as they stood when they were asked for.</summary>
public sealed record SandboxMember
{
    public required Snowflake UserId { get; init; }

    public required string Username { get; init; }

    public string? Nick { get; init; }

    public required IReadOnlyList<Snowflake> Roles { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Set while timed out; a moment in the past counts as not timed out.</summary>
    public DateTimeOffset? TimedOutUntil { get; init; }
}
