using ModBot.Core.Messages;

namespace ModBot.Core.Cases;

/// <summary>What a moderator wrote on a case. Notes are added, never changed.</summary>
public sealed record CaseNote(Snowflake ModeratorId, string ModeratorName, string Text, DateTimeOffset At)
{
    /// <summary>UTF-16 units of a note; longer ones are refused.</summary>
    public const int MaximumText = 2_000;
}
