using ModBot.Core.Messages;

namespace ModBot.Core.Members;

/// <summary>A direct message that is to be sent, for the ration.</summary>
/// <param name="GuildId">On whose behalf.</param>
/// <param name="UserId">To whom.</param>
/// <param name="ActionId">The case's action that sends it; asking again for it is granted again.</param>
/// <param name="At">When.</param>
public sealed record DirectMessageRequest(Snowflake GuildId, Snowflake UserId, long ActionId, DateTimeOffset At);
