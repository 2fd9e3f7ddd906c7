using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters.Members;

/// <summary>What becomes of a thread.</summary>
public enum ThreadEvent
{
    Created,
    Renamed,
    Archived,
    Unarchived,
    Deleted,
    Any,
}

/// <summary>The parameters of <see cref="ThreadFilter"/>.</summary>
public sealed record ThreadOptions : FilterOptions
{
    public ThreadEvent Event { get; init; } = ThreadEvent.Created;
}

/// <summary>A thread is opened, renamed, archived, reopened or deleted.</summary>
public sealed class ThreadFilter : FilterDefinition<ThreadOptions>
{
    public override string Id => "thread";

    public override string Description => "A thread is opened, renamed, archived, reopened or deleted.";

    public override OccurrenceKinds Watches => OccurrenceKinds.Threads;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("a thread is opened", Hits: true) { Instead = message => Thread(message, OccurrenceKinds.ThreadCreated) },
        new("a thread is archived", Hits: false) { Instead = message => Thread(message, OccurrenceKinds.ThreadArchived) },
        new("a thread is archived", Hits: true, new ThreadOptions { Event = ThreadEvent.Archived }) { Instead = message => Thread(message, OccurrenceKinds.ThreadArchived) },
        new("a thread is deleted", Hits: true, new ThreadOptions { Event = ThreadEvent.Any }) { Instead = message => Thread(message, OccurrenceKinds.ThreadDeleted) },
    ];

    protected override OptionSchema<ThreadOptions> Options { get; } = new OptionSchema<ThreadOptions>()
        .Choice("event", "What becomes of it.", options => options.Event, (options, value) => options with { Event = value });

    protected override ICompiledFilter Compile(ThreadOptions options, FilterCompilation compilation) => new Compiled(options);

    private static ThreadOccurrence Thread(ChatMessage message, OccurrenceKinds what) => new()
    {
        Id = new Snowflake(50),
        GuildId = message.GuildId,
        ChannelId = new Snowflake(50),
        ParentChannelId = message.ChannelId,
        Author = message.Author,
        What = what,
        HappenedAt = message.At,
        Name = "side talk",
    };

    private sealed class Compiled(ThreadOptions options) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            OccurrenceKinds wanted = options.Event switch
            {
                ThreadEvent.Created => OccurrenceKinds.ThreadCreated,
                ThreadEvent.Renamed => OccurrenceKinds.ThreadRenamed,
                ThreadEvent.Archived => OccurrenceKinds.ThreadArchived,
                ThreadEvent.Unarchived => OccurrenceKinds.ThreadUnarchived,
                ThreadEvent.Deleted => OccurrenceKinds.ThreadDeleted,
                _ => OccurrenceKinds.Threads,
            };
            if ((inspection.Occurrence.Kind & wanted) != OccurrenceKinds.None)
                hits.Add(inspection.Occurrence.Describe());
        }
    }
}
