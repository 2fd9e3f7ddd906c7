using ModBot.Core.Messages;

namespace ModBot.Core.Rules;

/// <summary>A stored version of a guild's rules: who made it, when, and what changed.</summary>
public sealed record RuleSetRevision(RuleSet Rules, Snowflake AuthorId, string AuthorName, string Change, DateTimeOffset At);
