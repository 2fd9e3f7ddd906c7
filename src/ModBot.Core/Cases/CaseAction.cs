using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Core.Cases;

/// <summary>An action that a case intends, and its outcome.</summary>
public sealed record CaseAction
{
    /// <summary>Unique in the store.</summary>
    public required long Id { get; init; }

    public required Snowflake GuildId { get; init; }

    public required long CaseNumber { get; init; }

    public required RuleAction Action { get; init; }

    public required ActionState State { get; init; }

    /// <summary>What went wrong, or what was done; empty while pending.</summary>
    public string Detail { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Not tried before this.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>When it was tried last, or intended.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The action that this one follows from; null for what the verdict asked for.</summary>
    public long? Cause { get; init; }

    /// <summary>What was there before it was done, as the action itself reads it; empty until noted.</summary>
    public string Prior { get; init; } = "";

    /// <summary>It failed for good, and the moderators have yet to be told.</summary>
    public bool IsToBeTold { get; init; }
}
