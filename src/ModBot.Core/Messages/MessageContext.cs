namespace ModBot.Core.Messages;

/// <summary>Texts around a message that its author may quote. A span found in one of them is not the author's own speech.</summary>
/// <param name="Topic">The channel's or thread's topic: for a comment section the article itself.</param>
/// <param name="RepliedTo">The content of the message that this one answers.</param>
public sealed record MessageContext(string? Topic, string? RepliedTo)
{
    public static readonly MessageContext None = new(null, null);
}
