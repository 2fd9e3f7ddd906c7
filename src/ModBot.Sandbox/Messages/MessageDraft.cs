using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Messages;

/// <summary>A message's body, validated. What was absent is null (an edit leaves it as it was).</summary>
internal sealed record MessageDraft
{
    public string? Content { get; init; }

    public JsonArray? Embeds { get; init; }

    public JsonArray? Components { get; init; }

    public int? Flags { get; init; }

    public bool Tts { get; init; }

    public JsonNode? Nonce { get; init; }

    public bool EnforceNonce { get; init; }

    public AllowedMentions? AllowedMentions { get; init; }

    public MessageReferenceDraft? Reference { get; init; }

    public JsonObject? Poll { get; init; }

    public IReadOnlyList<Snowflake> StickerIds { get; init; } = [];

    /// <summary>What the body says of files: kept ids on an edit, names and descriptions of uploads.</summary>
    public IReadOnlyList<AttachmentDraft>? Attachments { get; init; }

    public IReadOnlyList<UploadedFile> Files { get; init; } = [];

    /// <summary>A webhook's own name for this message.</summary>
    public string? Username { get; init; }

    public bool IsEmpty => string.IsNullOrEmpty(Content) && Embeds is not { Count: > 0 } && Components is not { Count: > 0 }
        && Files.Count == 0 && Poll is null && StickerIds.Count == 0 && Reference is not { IsForward: true };
}
