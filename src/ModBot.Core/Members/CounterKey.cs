using ModBot.Core.Messages;

namespace ModBot.Core.Members;

/// <summary>One counter: a name, and whose it is.</summary>
/// <param name="GuildId">The guild.</param>
/// <param name="Name">As the rule set names it.</param>
/// <param name="Subject">The member or the channel it counts for; the guild itself for a server-wide counter.</param>
public readonly record struct CounterKey(Snowflake GuildId, string Name, Snowflake Subject);
