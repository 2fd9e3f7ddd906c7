using ModBot.Core.Messages;

namespace ModBot.Core.Members;

/// <summary>Strike points that a member got, or that a moderator took off. Never changed, but for being refunded.</summary>
public sealed record StrikeEntry
{
    /// <summary>The longest reason, UTF-16 units; more is cut.</summary>
    public const int MaximumReason = 500;

    /// <summary>Unique in the store; 0 until stored.</summary>
    public long Id { get; init; }

    public required Snowflake GuildId { get; init; }

    public required Snowflake MemberId { get; init; }

    /// <summary>-1,000..1,000, not 0; less than 0 takes points off.</summary>
    public required int Points { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The case that gave them; null where a moderator did.</summary>
    public long? CaseNumber { get; init; }

    /// <summary>The case's action, under which they are given once; null where a moderator gave them.</summary>
    public long? ActionId { get; init; }

    /// <summary>Null where a rule gave them.</summary>
    public Snowflake? ModeratorId { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Taken back: it counts as if it had never been.</summary>
    public bool IsRefunded { get; init; }
}
