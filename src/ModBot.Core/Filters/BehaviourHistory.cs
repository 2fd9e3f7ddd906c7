using ModBot.Core.Filters.History;
using ModBot.Core.Filters.Members;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>
/// What happened lately in one guild, in the order of its own times, whenever it arrives. Used by one lane at a time.
/// Memory is bounded: what is older than the longest window goes, and of very many authors the least recently active.
/// </summary>
public sealed class BehaviourHistory : IBehaviourHistory
{
    /// <summary>The longest window a rule may have.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromHours(24);

    /// <summary>Messages of one guild, 80 bytes each: at most about 12 MB.</summary>
    private const int MaximumEntries = 150_000;

    private const int MaximumHits = 10_000;
    private const int MaximumSums = 4_096;

    private readonly Dictionary<Snowflake, AuthorTrail> authors = [];
    private readonly Dictionary<(FloodKind What, Snowflake Channel), WindowCounter> sums = [];
    private readonly Dictionary<(string Rule, Snowflake Author), DateTimeOffset> lastHits = [];
    private readonly ContentIndex contents = new();
    private readonly Comings comings = new();
    private readonly StaffNames staff = new();
    private readonly SurfacePool surfaces = new();
    private readonly TraceReader reader = new();
    private HistoryNeeds needs = HistoryNeeds.Least;
    private int entries;

    public IReadOnlyCollection<StaffName> Staff => staff.Names;

    /// <summary>Says what is to be kept from now on: <see cref="Rules.CompiledRuleSet.History"/>.</summary>
    public void Keep(HistoryNeeds wanted)
    {
        if (ReferenceEquals(needs, wanted))
            return;
        needs = wanted;
        foreach ((FloodKind What, Snowflake Channel) key in sums.Keys.Where(key => !IsWanted(key.What, key.Channel)).ToList())
            sums.Remove(key);
        if (needs.Contents == TimeSpan.Zero)
            contents.Clear();
        foreach ((string Rule, Snowflake Author) key in lastHits.Keys.Where(key => !needs.Resting.Contains(key.Rule)).ToList())
            lastHits.Remove(key);
    }

    /// <summary>Takes in what was judged. What is known already is not counted again; an edit replaces what is known of the text.</summary>
    /// <param name="occurrence">What was judged.</param>
    /// <param name="verdict">What became of it; null where nobody asked.</param>
    /// <param name="trace">What <see cref="FilterPipeline.Trace"/> has of the message already; null where it is to be read.</param>
    public void Observe(Occurrence occurrence, Verdict? verdict = null, MessageTrace? trace = null)
    {
        if (occurrence.Author is { IsModerator: true, IsBot: false, IsWebhook: false } moderator)
            staff.Note(moderator);
        switch (occurrence)
        {
            case ChatMessage message:
                ObserveMessage(message, verdict, trace ?? Read(message));
                break;
            case MemberArrival arrival when needs.Members > TimeSpan.Zero:
                comings.Arrive(new Arrival(Milliseconds(arrival.At), arrival.Author.Id, arrival.Author.HasAvatar), Milliseconds(needs.Members));
                break;
            case MemberDeparture departure when needs.Members > TimeSpan.Zero:
                comings.Leave(Milliseconds(departure.At), departure.Author.Id, Milliseconds(needs.Members));
                break;
            case ThreadOccurrence { What: OccurrenceKinds.ThreadCreated } thread:
                AddSums(thread.ParentChannelId ?? thread.ChannelId, Milliseconds(thread.At), static (_, what) => what == FloodKind.Threads ? 1 : 0, default, null);
                break;
        }

        if (verdict is not null && needs.Resting.Count > 0)
            NoteHits(occurrence, verdict);
    }

    public ReadOnlySpan<TrailEntry> Messages(Snowflake author, TimeSpan within, DateTimeOffset until) =>
        authors.TryGetValue(author, out AuthorTrail? trail) ? trail.Between(Milliseconds(until - within), Milliseconds(until)) : [];

    public int Sum(FloodKind what, Snowflake channel, TimeSpan within, DateTimeOffset until) =>
        sums.TryGetValue((what, channel), out WindowCounter? counter) ? counter.Sum(Milliseconds(until - within), Milliseconds(until)) : 0;

    public void Mentioned(FloodKind what, Snowflake channel, TimeSpan within, DateTimeOffset until, HashSet<Snowflake> into)
    {
        if (sums.TryGetValue((what, channel), out WindowCounter? counter))
            counter.Mentioned(Milliseconds(until - within), Milliseconds(until), into);
    }

    public ContentKey FindContent(ContentKey key, TimeSpan within, DateTimeOffset until, List<ContentPost> into)
    {
        if (contents.Find(key) is not { } trail)
            return key;
        long from = Milliseconds(until - within);
        long last = Milliseconds(until);
        foreach (ref readonly ContentPost post in trail.Posts)
        {
            if (post.At >= from && post.At <= last)
                into.Add(post);
        }

        return trail.Key;
    }

    public string? FindIncident(in MessageTrace trace, TimeSpan within, DateTimeOffset until)
    {
        Span<ContentKey> keys = stackalloc ContentKey[MessageTrace.MaximumKeys];
        foreach (ContentKey key in keys[..trace.Keys(keys)])
        {
            if (contents.Find(key) is { Incident: { } incident } trail && trail.LastAt >= Milliseconds(until - within))
                return incident;
        }

        return null;
    }

    public void FindArrivals(TimeSpan within, DateTimeOffset until, List<Arrival> into) => comings.Find(Milliseconds(until - within), Milliseconds(until), into);

    public int CountDepartures(Snowflake member, TimeSpan within, DateTimeOffset until) => comings.CountDepartures(member, Milliseconds(until - within), Milliseconds(until));

    public DateTimeOffset? LastHit(string rule, Snowflake author) => lastHits.TryGetValue((rule, author), out DateTimeOffset at) ? at : null;

    private MessageTrace Read(ChatMessage message)
    {
        surfaces.Load(message);
        return reader.Read(message, surfaces.Loaded);
    }

    private void ObserveMessage(ChatMessage message, Verdict? verdict, in MessageTrace trace)
    {
        if (!authors.TryGetValue(message.Author.Id, out AuthorTrail? trail))
            authors[message.Author.Id] = trail = new AuthorTrail();
        long at = message.Id.UnixMilliseconds;
        entries -= trail.Count;
        bool isNew = trail.Add(new TrailEntry(at, message.ChannelId, message.Id, trace.Fingerprint, trace.Content, trace.Files, trace.Measure, trace.Mentioned), message.IsEdit, needs.Authors);
        entries += trail.Count;
        if (trail.Count == 0)
            authors.Remove(message.Author.Id);
        if (entries > MaximumEntries)
            ForgetQuietest();
        if (isNew && needs.Sums.Length > 0)
            AddSums(message.ChannelId, at, static (measure, what) => measure.Of(what), trace.Measure, trace.Mentioned);
        if (needs.Contents > TimeSpan.Zero)
            IndexContents(message, trace, verdict);
    }

    private void AddSums(Snowflake channel, long at, Func<MessageMeasure, FloodKind, int> amountOf, MessageMeasure measure, Snowflake[]? mentioned)
    {
        foreach (HistoryNeed need in needs.Sums)
        {
            int amount = amountOf(measure, need.What);
            if (amount == 0)
                continue;
            (FloodKind, Snowflake) key = (need.What, need.Per == FloodScope.Server ? default : channel);
            if (!sums.TryGetValue(key, out WindowCounter? counter))
            {
                if (sums.Count >= MaximumSums)
                    ForgetSums();
                sums[key] = counter = new WindowCounter();
            }

            counter.Add(at, amount, mentioned, Milliseconds(need.Window));
        }
    }

    private void IndexContents(ChatMessage message, in MessageTrace trace, Verdict? verdict)
    {
        long at = Milliseconds(message.At);
        bool handled = verdict?.Intended == Disposition.Delete;
        var post = new ContentPost(
            at, message.Author.Id, message.ChannelId, message.Id, verdict?.Standing ?? false, message.Author.IsModerator || message.Author.IsBot || message.Author.IsWebhook, handled);
        HashSet<Snowflake>? related = handled ? RelatedOf(verdict!) : null;
        Span<ContentKey> keys = stackalloc ContentKey[MessageTrace.MaximumKeys];
        foreach (ContentKey key in keys[..trace.Keys(keys)])
        {
            ContentTrail trail = contents.Open(key, at, Milliseconds(needs.Contents));
            trail.Add(post);
            if (handled)
                trail.Incident ??= verdict!.IncidentKey;
            if (related is not null)
                trail.Handle(related);
        }
    }

    private static HashSet<Snowflake>? RelatedOf(Verdict verdict)
    {
        HashSet<Snowflake>? related = null;
        foreach (Hit hit in verdict.Hits)
        {
            if (hit.Disposition == Disposition.Delete && hit.Related.Count > 0)
                (related ??= []).UnionWith(hit.Related.Select(reference => reference.MessageId));
        }

        return related;
    }

    private void NoteHits(Occurrence occurrence, Verdict verdict)
    {
        foreach (Hit hit in verdict.Hits)
        {
            if (!needs.Resting.Contains(hit.Rule))
                continue;
            if (lastHits.Count >= MaximumHits)
                ForgetHits();
            (string, Snowflake) key = (hit.Rule, occurrence.Author.Id);
            if (!lastHits.TryGetValue(key, out DateTimeOffset known) || known < occurrence.At)
                lastHits[key] = occurrence.At;
        }
    }

    private bool IsWanted(FloodKind what, Snowflake channel)
    {
        foreach (HistoryNeed need in needs.Sums)
        {
            if (need.What == what && (need.Per == FloodScope.Server) == (channel == default))
                return true;
        }

        return false;
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

    private void ForgetSums()
    {
        foreach ((FloodKind, Snowflake) key in sums.OrderBy(pair => pair.Value.LastAt).Take(MaximumSums / 2).Select(pair => pair.Key).ToList())
            sums.Remove(key);
    }

    private void ForgetHits()
    {
        foreach ((string, Snowflake) key in lastHits.OrderBy(pair => pair.Value).Take(MaximumHits / 2).Select(pair => pair.Key).ToList())
            lastHits.Remove(key);
    }

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    private static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
