using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class AttachmentState
{
    public required Snowflake Id { get; init; }

    public required string FileName { get; init; }

    public string? Description { get; set; }

    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public int Size { get; init; }

    public bool Spoiler { get; init; }
}
