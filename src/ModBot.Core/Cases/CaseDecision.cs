using ModBot.Core.Messages;

namespace ModBot.Core.Cases;

/// <summary>A moderator's decision on a case, wherever it was made.</summary>
public sealed record CaseDecision
{
    /// <summary>UTF-16 units of <see cref="Reason"/>; more is cut.</summary>
    public const int MaximumReason = 500;

    public required Snowflake GuildId { get; init; }

    public required long Number { get; init; }

    public required ReviewDecision Decision { get; init; }

    public required Snowflake ModeratorId { get; init; }

    public required string ModeratorName { get; init; }

    /// <summary>Why; may be empty.</summary>
    public string Reason { get; init; } = "";
}
