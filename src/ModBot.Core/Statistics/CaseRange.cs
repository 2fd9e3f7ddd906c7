using ModBot.Core.Messages;

namespace ModBot.Core.Statistics;

/// <summary>The cases that figures are made of.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="From">Opened at that moment or later.</param>
/// <param name="To">Opened before that moment.</param>
public sealed record CaseRange(Snowflake GuildId, DateTimeOffset From, DateTimeOffset To);
