using ModBot.Core.Messages;
using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>
/// One guild's recent messages, by author, in the order of their own times, whenever they arrive. Used by one lane at a time.
/// Memory is bounded: what is older than the longest window goes, and of very many authors the least recently active.
/// </summary>
public sealed class BehaviourHistory : IBehaviourHistory
{
    /// <summary>The longest window a rule may have.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromHours(24);

    /// <summary>Entries of one guild, 40 bytes each: at most about 10 MB.</summary>
    private const int MaximumEntries = 250_000;

    private readonly Dictionary<Snowflake, AuthorTrail> authors = [];
    private readonly List<MessageSurface> surfaces = [];
    private readonly TextViews views = new();
    private readonly Fingerprint reader = new();
    private TimeSpan retention = TimeSpan.FromMinutes(1);
    private int entries;

    /// <summary>Keeps entries for at least that long, at most <see cref="LongestWindow"/>. A rule set says how long it needs.</summary>
    public void Retain(TimeSpan window) => retention = window > LongestWindow ? LongestWindow : window < TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : window;

    /// <summary>Takes a judged message in. One that is known already is not counted again; an edit replaces what is known of the text.</summary>
    public void Observe(ChatMessage message)
    {
        if (!authors.TryGetValue(message.Author.Id, out AuthorTrail? trail))
        {
            if (message.IsEdit)
                return;
            authors[message.Author.Id] = trail = new AuthorTrail();
        }

        entries -= trail.Count;
        trail.Add(new TrailEntry(message.Id.UnixMilliseconds, message.ChannelId, message.Id, FingerprintOf(message)), message.IsEdit, retention);
        entries += trail.Count;
        if (entries > MaximumEntries)
            ForgetQuietest();
    }

    public int CountMessages(Snowflake author, TimeSpan within, DateTimeOffset until) =>
        authors.TryGetValue(author, out AuthorTrail? trail) ? trail.CountSince(until - within, until) : 0;

    public void FindSimilar(Snowflake author, ulong fingerprint, TimeSpan within, DateTimeOffset until, List<MessageReference> into)
    {
        if (authors.TryGetValue(author, out AuthorTrail? trail))
            trail.FindSimilar(fingerprint, until - within, until, into);
    }

    private ulong FingerprintOf(ChatMessage message)
    {
        surfaces.Clear();
        MessageSurfaces.Collect(message, surfaces);
        reader.Reset();
        foreach (MessageSurface surface in surfaces)
        {
            views.Load(surface.Text);
            reader.Add(views.Folded.Span);
        }

        return reader.Value();
    }

    /// <summary>Drops half of the authors, those who have been silent longest.</summary>
    private void ForgetQuietest()
    {
        foreach (Snowflake author in authors.OrderBy(pair => pair.Value.LastAt).Take((authors.Count + 1) / 2).Select(pair => pair.Key).ToList())
        {
            entries -= authors[author].Count;
            authors.Remove(author);
        }
    }
}
