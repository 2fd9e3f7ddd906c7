using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class UserState
{
    public required Snowflake Id { get; init; }

    public required string Username { get; set; }

    public string? GlobalName { get; set; }

    public bool Bot { get; init; }

    /// <summary>False where the user refuses direct messages from the bot (error 50007).</summary>
    public bool AcceptsDirectMessages { get; set; } = true;
}
