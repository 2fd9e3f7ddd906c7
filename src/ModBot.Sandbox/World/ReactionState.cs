using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class ReactionState
{
    /// <summary>The emoji itself, or the name of a custom one.</summary>
    public required string Name { get; init; }

    /// <summary>Set for a custom emoji.</summary>
    public Snowflake? EmojiId { get; init; }

    public List<Snowflake> Users { get; init; } = [];
}
