using ModBot.Core.Messages;

namespace ModBot.Sandbox;

/// <summary>What a person's message may have besides text.</summary>
public sealed record SandboxMessageOptions
{
    /// <summary>The id, and with it the time (<see cref="Snowflake.At"/>); null takes a new one.</summary>
    public Snowflake? Id { get; init; }

    /// <summary>The message in the same channel that this one answers.</summary>
    public Snowflake? ReplyTo { get; init; }

    /// <summary>A message to forward, with its channel.</summary>
    public (Snowflake ChannelId, Snowflake MessageId)? Forward { get; init; }

    /// <summary>Further keys of the API's message body (embeds, poll, sticker_ids …) as a JSON object.</summary>
    public string? Json { get; init; }

    /// <summary>Files: name, content type and bytes.</summary>
    public IReadOnlyList<SandboxFile> Files { get; init; } = [];
}
