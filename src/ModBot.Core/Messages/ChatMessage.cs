using ModBot.Core.Occurrences;

namespace ModBot.Core.Messages;

/// <summary>
/// A message as every part of ModBot sees it: all surfaces that can carry text or links, none of the platform's wire shape.
/// Lists are never null. An edit is the same message with <see cref="EditedAt"/> or other surfaces changed.
/// </summary>
public sealed record ChatMessage : Occurrence
{
    public string Content { get; init; } = "";

    /// <summary>Discord's message type; 0 is a plain message, 19 a reply.</summary>
    public int Type { get; init; }

    /// <summary>Null until the author edits the content. Embeds that resolve later do not set it.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>True where this came as an edit rather than as a new message.</summary>
    public bool IsEdit { get; init; }

    public IReadOnlyList<MessageEmbed> Embeds { get; init; } = [];

    public IReadOnlyList<MessageAttachment> Attachments { get; init; } = [];

    /// <summary>Forwarded messages carried inside this one (Discord's message snapshots).</summary>
    public IReadOnlyList<ForwardedMessage> Forwards { get; init; } = [];

    public IReadOnlyList<string> StickerNames { get; init; } = [];

    public MessagePoll? Poll { get; init; }

    /// <summary>The name of a thread that this message opened.</summary>
    public string? ThreadName { get; init; }

    /// <summary>Texts of buttons, selects and text displays (bots and webhooks only can post them).</summary>
    public IReadOnlyList<string> ComponentTexts { get; init; } = [];

    /// <summary>The users mentioned, each once.</summary>
    public IReadOnlyList<Snowflake> MentionedUsers { get; init; } = [];

    public IReadOnlyList<Snowflake> MentionedRoles { get; init; } = [];

    /// <summary>The message pinged everyone; an attempt without the permission leaves this false and the text in the content.</summary>
    public bool MentionsEveryone { get; init; }

    /// <summary>What the author may be quoting.</summary>
    public MessageContext Context { get; init; } = MessageContext.None;

    /// <summary>The time behaviour windows count by: the id's, or the edit's.</summary>
    public override DateTimeOffset At => IsEdit && EditedAt is { } edited ? edited : Id.Timestamp;

    public override OccurrenceKinds Kind => OccurrenceKinds.Message;

    public override string ComputeRevision() => MessageSurfaces.Revision(this);

    public override void CollectSurfaces(List<MessageSurface> into) => MessageSurfaces.Collect(this, into);
}
