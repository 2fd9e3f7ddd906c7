using System.Collections.Immutable;
using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>
/// Something ModBot posts. It pings nobody but <see cref="PingRoles"/>: implementations send explicit <c>allowed_mentions</c>.
/// At least one of content, embeds and files is not empty.
/// </summary>
public sealed record OutgoingMessage
{
    /// <summary>Discord's limit for content, UTF-16 units.</summary>
    public const int MaximumContent = 2000;

    public string Content { get; init; } = "";

    /// <summary>At most 10; all texts together at most 6,000 UTF-16 units.</summary>
    public ImmutableArray<OutgoingEmbed> Embeds { get; init; } = [];

    /// <summary>At most 10 of 8 MiB in all, in posts and in answers to interactions; an edit without any leaves those there are.</summary>
    public ImmutableArray<OutgoingFile> Files { get; init; } = [];

    /// <summary>At most 5 rows.</summary>
    public ImmutableArray<ComponentRow> Rows { get; init; } = [];

    /// <summary>At most 25 characters; a second post with the same nonce within minutes gives the first message back.</summary>
    public string? Nonce { get; init; }

    public Snowflake? ReplyTo { get; init; }

    /// <summary>Roles that are pinged where the content mentions them; at most 100. Not in edits and replies to interactions.</summary>
    public ImmutableArray<Snowflake> PingRoles { get; init; } = [];

    /// <summary>Interaction replies only: seen by the caller alone.</summary>
    public bool Ephemeral { get; init; }
}

/// <summary>An embed of a message that ModBot posts. Limits are Discord's: title 256, description 4,096, 25 fields, field name 256, field value 1,024, footer 2,048.</summary>
public sealed record OutgoingEmbed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Colour { get; init; }

    public ImmutableArray<EmbedField> Fields { get; init; } = [];

    public string? Footer { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
}

/// <summary>A field of an embed.</summary>
public sealed record EmbedField(string Name, string Value, bool Inline = false);

/// <summary>Up to five buttons, or one select.</summary>
public sealed record ComponentRow(ImmutableArray<MessageComponent> Components)
{
    public static ComponentRow Of(params ReadOnlySpan<MessageComponent> components) => new([.. components]);
}

/// <summary>A button or a select.</summary>
public abstract record MessageComponent;

/// <summary>How a button looks; values are Discord's.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
}

/// <summary>A button that answers with an interaction.</summary>
/// <param name="CustomId">1..100 characters, unique in the message.</param>
/// <param name="Label">1..80 characters.</param>
/// <param name="Style">The colour.</param>
/// <param name="Disabled">Shown, but cannot be pressed.</param>
public sealed record ButtonComponent(string CustomId, string Label, ButtonStyle Style, bool Disabled = false) : MessageComponent;

/// <summary>A link that looks like a button.</summary>
public sealed record LinkComponent(Uri Url, string Label) : MessageComponent;

/// <summary>A select of given texts.</summary>
/// <param name="CustomId">1..100 characters.</param>
/// <param name="Placeholder">At most 150 characters.</param>
/// <param name="Choices">1..25.</param>
/// <param name="Minimum">0..25.</param>
/// <param name="Maximum">1..25.</param>
public sealed record SelectComponent(string CustomId, string Placeholder, ImmutableArray<SelectChoice> Choices, int Minimum = 1, int Maximum = 1) : MessageComponent;

/// <summary>One choice of a select: label and value 1..100 characters, description at most 100.</summary>
public sealed record SelectChoice(string Label, string Value, string? Description = null, bool IsDefault = false);
