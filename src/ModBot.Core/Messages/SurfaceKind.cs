namespace ModBot.Core.Messages;

/// <summary>A place in a message, or about a member, where text can stand.</summary>
public enum SurfaceKind
{
    Content,
    Embed,
    EmbedUrl,
    AttachmentName,
    AttachmentDescription,
    Forward,
    ForwardEmbed,
    ForwardAttachment,
    Sticker,
    PollQuestion,
    PollAnswer,
    ThreadName,
    Component,
    Username,
    GlobalName,
    Nickname,
}
