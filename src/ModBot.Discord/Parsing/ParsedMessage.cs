using ModBot.Core.Messages;

namespace ModBot.Discord.Parsing;

/// <summary>What a message payload turned out to be.</summary>
/// <param name="Message">The message; null where it is the bot's own, partial, or has no id.</param>
/// <param name="Id">0 where the payload has none.</param>
/// <param name="ChannelId">0 where the payload has none.</param>
/// <param name="GuildId">0 for direct messages.</param>
/// <param name="IsOwn">Posted by the bot itself.</param>
/// <param name="IsPartial">An update without author or content: what is missing must be fetched.</param>
/// <param name="IsEmpty">A member's plain message without anything in it, as it looks where the content is withheld.</param>
internal readonly record struct ParsedMessage(ChatMessage? Message, ulong Id, ulong ChannelId, ulong GuildId, bool IsOwn, bool IsPartial, bool IsEmpty)
{
    public bool HasId => Id != 0 && ChannelId != 0;
}
