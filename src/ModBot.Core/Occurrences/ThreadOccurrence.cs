using ModBot.Core.Messages;

namespace ModBot.Core.Occurrences;

/// <summary>A thread was opened, renamed, archived, reopened or deleted. The author is the one who opened it, where known.</summary>
public sealed record ThreadOccurrence : Occurrence
{
    /// <summary>One of <see cref="OccurrenceKinds.Threads"/>.</summary>
    public required OccurrenceKinds What { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>Empty where it is not known any more.</summary>
    public string Name { get; init; } = "";

    public override OccurrenceKinds Kind => What;

    public override DateTimeOffset At => HappenedAt;

    public override string Describe() => What switch
    {
        OccurrenceKinds.ThreadCreated => "Opened a thread.",
        OccurrenceKinds.ThreadRenamed => "A thread was renamed.",
        OccurrenceKinds.ThreadArchived => "A thread was archived.",
        OccurrenceKinds.ThreadUnarchived => "A thread was reopened.",
        _ => "A thread was deleted.",
    };

    public override string ComputeRevision() => Revisions.Of(Kind, What switch
    {
        OccurrenceKinds.ThreadCreated or OccurrenceKinds.ThreadDeleted => "",
        OccurrenceKinds.ThreadRenamed => $"{Revisions.Digest(Name)} {At.ToUnixTimeMilliseconds()}",
        _ => At.ToUnixTimeMilliseconds().ToString(),
    });

    public override void CollectSurfaces(List<MessageSurface> into)
    {
        if (Name.Length > 0)
            into.Add(new MessageSurface(SurfaceKind.ThreadName, 0, Name));
    }
}
