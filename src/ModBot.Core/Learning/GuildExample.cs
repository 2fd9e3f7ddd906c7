using ModBot.Core.Messages;

namespace ModBot.Core.Learning;

/// <summary>A text that an administrator wrote for the guild's model to learn from, and has the right to use. Encrypted at rest.</summary>
public sealed record GuildExample
{
    /// <summary>UTF-16 units of <see cref="Text"/>.</summary>
    public const int LongestText = 2_000;

    /// <summary>Examples of one guild.</summary>
    public const int Most = 500;

    /// <summary>Given by the store; 0 before.</summary>
    public long Id { get; init; }

    public required string Text { get; init; }

    public required bool IsSpam { get; init; }

    public required Snowflake AddedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}
