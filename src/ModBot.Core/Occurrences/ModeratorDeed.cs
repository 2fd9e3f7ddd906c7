using ModBot.Core.Messages;

namespace ModBot.Core.Occurrences;

/// <summary>Somebody was noted, warned, timed out, kicked, banned or unbanned. The author is the member it was done to.</summary>
public sealed record ModeratorDeed : MemberOccurrence
{
    public required ModeratorAction Action { get; init; }

    /// <summary>Who did it; null where that cannot be known.</summary>
    public Snowflake? ModeratorId { get; init; }

    /// <summary>This bot did it.</summary>
    public bool ByBot { get; init; }

    public string Reason { get; init; } = "";

    public override OccurrenceKinds Kind => OccurrenceKinds.ModeratorActed;

    public override string Describe() =>
        $"{Action}{(ByBot ? " by this bot" : ModeratorId is { } moderator ? $" by <@{moderator}>" : "")}{(Reason.Length > 0 ? $": {Reason}" : ".")}";

    /// <summary>The id is the audit-log entry's, or the member's where the log cannot be read.</summary>
    public override string ComputeRevision() => Revisions.Of(Kind, Id == Author.Id ? $"{Action} {At.ToUnixTimeMilliseconds()}" : "");
}
