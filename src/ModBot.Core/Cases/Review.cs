using ModBot.Core.Messages;

namespace ModBot.Core.Cases;

/// <summary>A moderator's decision on a case. A later one is added, never put in the place of an earlier one.</summary>
public sealed record Review(ReviewDecision Decision, Snowflake ModeratorId, string ModeratorName, string Reason, DateTimeOffset At);
