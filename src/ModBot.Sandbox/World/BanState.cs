using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class BanState
{
    public required Snowflake UserId { get; init; }

    public string? Reason { get; init; }
}
