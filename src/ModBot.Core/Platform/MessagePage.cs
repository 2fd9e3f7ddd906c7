using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>A piece of a channel's history, read backwards.</summary>
/// <param name="Messages">Newest first, without the bot's own.</param>
/// <param name="Older">Before which id the next page begins; null at the channel's beginning.</param>
public sealed record MessagePage(IReadOnlyList<ChatMessage> Messages, Snowflake? Older)
{
    public static readonly MessagePage Empty = new([], null);
}
