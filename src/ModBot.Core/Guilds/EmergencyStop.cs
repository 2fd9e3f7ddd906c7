using ModBot.Core.Messages;

namespace ModBot.Core.Guilds;

/// <summary>A moderator put everything into shadow.</summary>
/// <param name="Until">When it ends.</param>
/// <param name="ModeratorId">Who did it.</param>
/// <param name="ModeratorName">Their name then.</param>
public sealed record EmergencyStop(DateTimeOffset Until, Snowflake ModeratorId, string ModeratorName);
