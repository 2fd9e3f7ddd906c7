using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>What the state file holds.</summary>
internal sealed class WorldDocument
{
    /// <summary>Raised when the file's shape changes in a way that an older reader would misread.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public required string BotToken { get; init; }

    public required Snowflake BotId { get; init; }

    public required List<UserState> Users { get; init; }

    public required List<GuildState> Guilds { get; init; }

    public List<ChannelState> DirectChannels { get; init; } = [];

    public List<CommandState> Commands { get; init; } = [];
}
