using ModBot.Core.Messages;

namespace ModBot.Moderation;

/// <summary>What a rule did is to be taken back.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Rule">The rule; cases that another rule led to are left alone.</param>
/// <param name="Since">Only what it did since then.</param>
/// <param name="ModeratorId">Who asks for it.</param>
/// <param name="ModeratorName">Their name.</param>
/// <param name="Reason">Kept with every case.</param>
internal sealed record RuleUndoOrder(Snowflake GuildId, string Rule, DateTimeOffset Since, Snowflake ModeratorId, string ModeratorName, string Reason);
