using ModBot.Core.Messages;

namespace ModBot.Core.Occurrences;

/// <summary>
/// Something that happened in a guild and is judged once: a message, or a member, thread or moderator doing something. All go
/// the same way: pipeline, verdict, executor, case.
/// </summary>
public abstract record Occurrence
{
    /// <summary>What it happened to: the message, the member, the thread, the audit-log entry.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>0 for a direct message.</summary>
    public required Snowflake GuildId { get; init; }

    /// <summary>The channel or thread where it happened; 0 where it happened in none.</summary>
    public Snowflake ChannelId { get; init; }

    /// <summary>A thread's parent channel, where known.</summary>
    public Snowflake? ParentChannelId { get; init; }

    /// <summary>The category that the channel, or the thread's parent, stands in; null for none or where unknown.</summary>
    public Snowflake? CategoryId { get; init; }

    /// <summary>Whom the rules look at, and act against.</summary>
    public required MessageAuthor Author { get; init; }

    /// <summary>One kind.</summary>
    public abstract OccurrenceKinds Kind { get; }

    /// <summary>The time that windows count by.</summary>
    public abstract DateTimeOffset At { get; }

    /// <summary>
    /// Tells occurrences with one <see cref="Id"/> apart and is the same for a redelivery: for messages 16 hexadecimal digits,
    /// for all else <see cref="Revisions.Of"/>.
    /// </summary>
    public abstract string ComputeRevision();

    /// <summary>One sentence for a moderator that says what happened; empty where the texts say it all.</summary>
    public virtual string Describe() => "";

    /// <summary>Adds every text that filters read, none empty.</summary>
    public abstract void CollectSurfaces(List<MessageSurface> into);
}
