using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Platform;
using ModBot.Discord.Parsing;
using ModBot.Discord.State;

namespace ModBot.Discord.Gateway;

/// <summary>Says what a thread's dispatch changed against what was known of the thread.</summary>
internal static class ThreadDiff
{
    /// <summary>True for the dispatches that tell of threads.</summary>
    public static bool Knows(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("THREAD_CREATE"u8) || name.SequenceEqual("THREAD_UPDATE"u8) || name.SequenceEqual("THREAD_DELETE"u8);

    /// <summary>The event, or null where nothing changed that a rule could ask for.</summary>
    /// <param name="name">The dispatch.</param>
    /// <param name="parsed">What it says of the thread.</param>
    /// <param name="guild">The guild before the dispatch; null where unknown.</param>
    public static ThreadChanged? Of(ReadOnlySpan<byte> name, ParsedChannel parsed, GuildState? guild)
    {
        if (parsed.Channel is not { IsThread: true } thread || parsed.GuildId == 0)
            return null;
        ChannelState? before = guild?.FindChannel(thread.Id);
        OccurrenceKinds change = ChangeOf(name, parsed, thread, before);
        if (change == OccurrenceKinds.None)
            return null;
        ulong parent = thread.ParentId != 0 ? thread.ParentId : before?.ParentId ?? 0;
        ulong category = guild?.FindChannel(parent)?.ParentId ?? 0;
        var summary = new ThreadSummary(
            new Snowflake(thread.Id),
            new Snowflake(parent),
            category == 0 ? null : new Snowflake(category),
            parsed.OwnerId == 0 ? null : new Snowflake(parsed.OwnerId),
            thread.Name.Length > 0 ? thread.Name : before?.Name ?? "");
        bool isArchive = change is OccurrenceKinds.ThreadArchived or OccurrenceKinds.ThreadUnarchived;
        return new ThreadChanged(new Snowflake(parsed.GuildId), summary, change, isArchive ? parsed.ArchiveChangedAt : null);
    }

    /// <summary>Active threads are known, archived ones are not.</summary>
    private static OccurrenceKinds ChangeOf(ReadOnlySpan<byte> name, ParsedChannel parsed, ChannelState thread, ChannelState? before)
    {
        if (name.SequenceEqual("THREAD_DELETE"u8))
            return OccurrenceKinds.ThreadDeleted;
        if (name.SequenceEqual("THREAD_CREATE"u8))
            return parsed.IsNew && before is null ? OccurrenceKinds.ThreadCreated : OccurrenceKinds.None;
        if (parsed.IsArchived)
            return before is null ? OccurrenceKinds.None : OccurrenceKinds.ThreadArchived;
        if (before is null)
            return OccurrenceKinds.ThreadUnarchived;
        return string.Equals(before.Name, thread.Name, StringComparison.Ordinal) ? OccurrenceKinds.None : OccurrenceKinds.ThreadRenamed;
    }
}
