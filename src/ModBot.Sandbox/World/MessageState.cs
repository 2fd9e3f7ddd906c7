using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class MessageState
{
    public required Snowflake Id { get; init; }

    public required Snowflake ChannelId { get; init; }

    /// <summary>The user, or the webhook's id where <see cref="WebhookName"/> is set.</summary>
    public required Snowflake AuthorId { get; init; }

    /// <summary>0 default, 6 pin notice, 7 join, 18 thread created, 19 reply, 20 slash response, 21 thread starter, 23 context menu.</summary>
    public int Type { get; init; }

    public string Content { get; set; } = "";

    public DateTimeOffset? EditedAt { get; set; }

    public int Flags { get; set; }

    public bool Pinned { get; set; }

    public DateTimeOffset? PinnedAt { get; set; }

    public bool Tts { get; init; }

    public bool MentionEveryone { get; set; }

    public List<Snowflake> Mentions { get; set; } = [];

    public List<Snowflake> MentionRoles { get; set; } = [];

    public JsonArray Embeds { get; set; } = [];

    public JsonArray Components { get; set; } = [];

    public List<AttachmentState> Attachments { get; set; } = [];

    public List<ReactionState> Reactions { get; init; } = [];

    /// <summary>The wire's message_reference: type 0 a reply, 1 a forward.</summary>
    public JsonObject? Reference { get; init; }

    /// <summary>A forward's copies.</summary>
    public JsonArray? Snapshots { get; init; }

    public JsonObject? Poll { get; init; }

    public JsonArray? StickerItems { get; init; }

    public JsonNode? Nonce { get; init; }

    public Snowflake? WebhookId { get; init; }

    public string? WebhookName { get; init; }

    public Snowflake? ApplicationId { get; init; }

    public JsonObject? InteractionMetadata { get; init; }

    /// <summary>The older form of it (the wire's interaction), which Discord still sends with answers to commands.</summary>
    public JsonObject? CommandMetadata { get; init; }

    /// <summary>The thread that was started from this message.</summary>
    public Snowflake? ThreadId { get; set; }

    /// <summary>Set for an ephemeral message: the only person who sees it. Such messages are not kept over a restart.</summary>
    [JsonIgnore]
    public Snowflake? EphemeralFor { get; init; }

    [JsonIgnore]
    public DateTimeOffset Timestamp => Id.Timestamp;
}
