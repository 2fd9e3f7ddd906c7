using ModBot.Core.Messages;

namespace ModBot.Core.Cases;

/// <summary>Under this key a message is judged once. The revision is <see cref="MessageSurfaces.Revision"/>; the rule set is not part of it.</summary>
public readonly record struct MessageKey(Snowflake GuildId, Snowflake MessageId, string Revision);
