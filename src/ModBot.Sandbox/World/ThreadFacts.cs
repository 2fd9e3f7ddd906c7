using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>What a thread has beyond a channel.</summary>
internal sealed class ThreadFacts
{
    public required Snowflake OwnerId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ArchiveTimestamp { get; set; }

    public bool Archived { get; set; }

    public bool Locked { get; set; }

    public bool Invitable { get; set; } = true;

    /// <summary>Minutes: 60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveMinutes { get; set; } = 4320;

    public int TotalMessages { get; set; }

    /// <summary>Who takes part, and since when.</summary>
    public Dictionary<Snowflake, DateTimeOffset> Members { get; init; } = [];
}
