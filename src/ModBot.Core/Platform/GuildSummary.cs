using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>A guild that the bot is in, as far as the host needs to know it.</summary>
public sealed record GuildSummary
{
    public required Snowflake Id { get; init; }

    public required string Name { get; init; }

    public Snowflake? OwnerId { get; init; }

    /// <summary>Text channels and announcement channels; threads are not listed.</summary>
    public IReadOnlyList<ChannelSummary> Channels { get; init; } = [];

    /// <summary>True where the bot joined just now; false where the guild came with the session's start.</summary>
    public bool JustJoined { get; init; }
}

/// <summary>A channel with what the bot may do in it.</summary>
public sealed record ChannelSummary(Snowflake Id, string Name, string? Topic, GuildPermissions BotPermissions);
