using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class InviteState
{
    public required string Code { get; init; }

    public required Snowflake ChannelId { get; init; }

    public required Snowflake InviterId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Seconds; 0 = never expires.</summary>
    public int MaxAge { get; init; }

    public int MaxUses { get; init; }

    public bool Temporary { get; init; }

    public int Uses { get; set; }
}
