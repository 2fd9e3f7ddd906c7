using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Platform;

/// <summary>An entry of the guild's audit log about a member.</summary>
public sealed record AuditEntry
{
    public required Snowflake Id { get; init; }

    public required ModeratorAction Action { get; init; }

    /// <summary>Who did it; null where the log does not say.</summary>
    public Snowflake? ModeratorId { get; init; }

    /// <summary>The member it was done to.</summary>
    public required Snowflake TargetId { get; init; }

    /// <summary>At most 512 characters; empty for none.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Timeouts: when they end; null for other actions.</summary>
    public DateTimeOffset? Until { get; init; }
}
