using ModBot.Core.Messages;

namespace ModBot.Core.Audit;

/// <summary>One line of the audit trail. Never changed, never removed.</summary>
public sealed record AuditEntry
{
    /// <summary>UTF-16 units of <see cref="Subject"/> and <see cref="Detail"/>; more is cut when it is stored.</summary>
    public const int MaximumText = 500;

    /// <summary>Rises with time; 0 before it is stored.</summary>
    public long Id { get; init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake ActorId { get; init; }

    public required string ActorName { get; init; }

    public required AuditKind Kind { get; init; }

    /// <summary>What it was done to: numbers of cases, a member's id.</summary>
    public string Subject { get; init; } = "";

    /// <summary>More about it; never content of messages.</summary>
    public string Detail { get; init; } = "";

    public required DateTimeOffset At { get; init; }
}
