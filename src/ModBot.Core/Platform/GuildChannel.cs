using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>A channel or thread as the platform described it just now: what has to be put back after a change.</summary>
public sealed record GuildChannel
{
    public required Snowflake Id { get; init; }

    public bool IsThread { get; init; }

    /// <summary>A thread's channel, a channel's category; null for none.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>The time that a member waits between two messages; zero for none.</summary>
    public TimeSpan Slowmode { get; init; }

    /// <summary>The exception for everyone; null where there is none.</summary>
    public ChannelOverwrite? Everyone { get; init; }

    /// <summary>Threads: not open for writing.</summary>
    public bool IsArchived { get; init; }

    /// <summary>Threads: only moderators may open it again.</summary>
    public bool IsLocked { get; init; }
}
