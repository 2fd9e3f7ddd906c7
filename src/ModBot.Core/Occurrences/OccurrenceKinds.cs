namespace ModBot.Core.Occurrences;

/// <summary>What can be judged. A filter says which of these it looks at; one occurrence is of one kind.</summary>
[Flags]
public enum OccurrenceKinds
{
    None = 0,

    /// <summary>A message was posted or edited.</summary>
    Message = 1 << 0,

    MemberJoined = 1 << 1,

    /// <summary>A member left, was kicked or was banned.</summary>
    MemberLeft = 1 << 2,

    /// <summary>A username, global name or nickname is new, or was not seen before.</summary>
    MemberRenamed = 1 << 3,

    RoleAdded = 1 << 4,

    RoleRemoved = 1 << 5,

    ThreadCreated = 1 << 6,

    ThreadRenamed = 1 << 7,

    ThreadArchived = 1 << 8,

    ThreadUnarchived = 1 << 9,

    ThreadDeleted = 1 << 10,

    /// <summary>A rule of Discord's own AutoMod caught something.</summary>
    AutoModExecuted = 1 << 11,

    /// <summary>Somebody was noted, warned, timed out, kicked, banned or unbanned, by a moderator or by the bot.</summary>
    ModeratorActed = 1 << 12,

    /// <summary>A named counter rose over a threshold of its own, or fell below it.</summary>
    CounterCrossed = 1 << 13,

    RaidLevelChanged = 1 << 14,

    /// <summary>Where a member's names are worth a look.</summary>
    Names = MemberJoined | MemberRenamed,

    /// <summary>Where there is a text that somebody wrote.</summary>
    Texts = Message | Names | ThreadCreated | ThreadRenamed | AutoModExecuted,

    Threads = ThreadCreated | ThreadRenamed | ThreadArchived | ThreadUnarchived | ThreadDeleted,
}
