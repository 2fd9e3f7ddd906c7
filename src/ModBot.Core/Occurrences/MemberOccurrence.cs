using ModBot.Core.Messages;

namespace ModBot.Core.Occurrences;

/// <summary>Something about a member; their names are what there is to read.</summary>
public abstract record MemberOccurrence : Occurrence
{
    /// <summary>When the platform told of it, or what it says itself.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    public sealed override DateTimeOffset At => HappenedAt;

    public override void CollectSurfaces(List<MessageSurface> into)
    {
        Add(into, SurfaceKind.Username, Author.Username);
        Add(into, SurfaceKind.GlobalName, Author.GlobalName);
        Add(into, SurfaceKind.Nickname, Author.Nickname);
    }

    private static void Add(List<MessageSurface> into, SurfaceKind kind, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            into.Add(new MessageSurface(kind, 0, text));
    }
}
