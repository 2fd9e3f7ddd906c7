namespace ModBot.Core.Messages;

/// <summary>A message snapshot inside a forward. Its words are not the forwarder's own, but its links and spam count.</summary>
public sealed record ForwardedMessage(string Content, IReadOnlyList<MessageEmbed> Embeds, IReadOnlyList<MessageAttachment> Attachments);
