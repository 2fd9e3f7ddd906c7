using ModBot.Core.Messages;

namespace ModBot.Core.Audit;

/// <summary>Which entries of the audit trail to list, newest first.</summary>
public sealed record AuditQuery
{
    public required Snowflake GuildId { get; init; }

    public AuditKind? Kind { get; init; }

    public Snowflake? ActorId { get; init; }

    /// <summary>Only entries with a smaller id; null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>1..200; default 50.</summary>
    public int Limit { get; init; } = 50;
}
