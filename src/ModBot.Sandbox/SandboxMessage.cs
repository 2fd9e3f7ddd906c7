using ModBot.Core.Messages;

namespace ModBot.Sandbox;

/// <summary>A message as it stood when it was asked for.</summary>
public sealed record SandboxMessage
{
    public required Snowflake Id { get; init; }

    public required Snowflake ChannelId { get; init; }

    public required Snowflake AuthorId { get; init; }

    /// <summary>The author's username (or the webhook's name).</summary>
    public required string AuthorName { get; init; }

    public required string Content { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public int Flags { get; init; }

    public bool Pinned { get; init; }

    /// <summary>Set for an ephemeral message: the only person who sees it.</summary>
    public Snowflake? EphemeralFor { get; init; }

    /// <summary>The embeds' text (titles, descriptions, fields, footers), a line each; empty where there are none.</summary>
    public required string EmbedText { get; init; }

    /// <summary>The custom ids of all buttons and selects that can be used, in order.</summary>
    public required IReadOnlyList<string> CustomIds { get; init; }

    /// <summary>The whole message as the API gives it.</summary>
    public required string Json { get; init; }
}
