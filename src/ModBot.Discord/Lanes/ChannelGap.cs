namespace ModBot.Discord.Lanes;

/// <summary>What a channel missed: messages that found their guild's queue full, or a span of a lost session.</summary>
internal sealed class ChannelGap(ulong channel, long readyAt)
{
    /// <summary>Beyond this the gap is kept as a span: everything in it is read.</summary>
    public const int MostIds = 4096;

    private readonly HashSet<ulong> _posted = [];
    private readonly HashSet<ulong> _edited = [];
    private readonly HashSet<EventBatch> _held = [];
    private bool _isSpan;

    public ulong Channel => channel;

    /// <summary>How many events must have been handed over before this may be filled: those that stood in the queue when it began.</summary>
    public long ReadyAt => readyAt;

    /// <summary>Reading starts behind this id.</summary>
    public ulong After { get; private set; } = ulong.MaxValue;

    /// <summary>Reading ends with this id.</summary>
    public ulong Through { get; private set; }

    /// <summary>Edited messages to be read one by one.</summary>
    public IReadOnlyCollection<ulong> Edited => _edited;

    public bool HasPosts => Through > 0;

    /// <summary>Began with a full queue: what follows in the channel joins it, so that the order holds. A lost span lets it pass.</summary>
    public bool TakesPosts { get; private set; }

    /// <summary>Messages read so far, and those of them that belonged to the gap.</summary>
    public int Seen { get; private set; }

    public int Handed { get; private set; }

    /// <summary>Failed tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>When the next try is due, by the clock's timestamp.</summary>
    public long NotBefore { get; set; } = long.MinValue;

    /// <summary>Adds a message that could not be queued.</summary>
    public void MissPost(ulong message)
    {
        TakesPosts = true;
        Widen(message - 1, message);
        if (_posted.Count < MostIds)
            _posted.Add(message);
        else
            _isSpan = true;
    }

    /// <summary>Adds an edit that could not be queued, or that came without what is needed to judge it; false where too many wait.</summary>
    public bool MissEdit(ulong message)
    {
        if (_posted.Contains(message) || _edited.Contains(message))
            return true;
        if (_edited.Count >= MostIds)
            return false;
        return _edited.Add(message);
    }

    /// <summary>Adds everything behind one message up to another.</summary>
    public void MissSpan(ulong after, ulong through)
    {
        Widen(after, through);
        _isSpan = true;
    }

    /// <summary>Keeps the batch of an event that it took in from being done.</summary>
    public void Hold(EventBatch batch)
    {
        if (!_held.Add(batch))
            batch.Leave();
    }

    /// <summary>Everything is read, or given up.</summary>
    public void LetGo()
    {
        foreach (EventBatch batch in _held)
            batch.Leave();
        _held.Clear();
    }

    /// <summary>Whether a message that was read belongs to the gap.</summary>
    public bool Covers(ulong message) => message > After && message <= Through && (_isSpan || _posted.Contains(message));

    /// <summary>Whether the message itself, or its place in the queue, is what was missed: an edit of it needs no event of its own.</summary>
    public bool Misses(ulong message) => _posted.Contains(message);

    /// <summary>Narrows the gap after a page was handed over.</summary>
    public void Advance(ulong after) => After = Math.Max(After, after);

    public void Count(int seen, int handed)
    {
        Seen += seen;
        Handed += handed;
    }

    /// <summary>The posts are done with; edits may still wait.</summary>
    public void ClosePosts()
    {
        After = ulong.MaxValue;
        Through = 0;
        _posted.Clear();
    }

    /// <summary>An edited message was dealt with.</summary>
    public void Settle(ulong edited) => _edited.Remove(edited);

    /// <summary>Takes over another gap of the same channel.</summary>
    public void Absorb(ChannelGap other)
    {
        foreach (EventBatch batch in other._held)
            Hold(batch);
        foreach (ulong id in other._edited)
            MissEdit(id);
        if (!other.HasPosts)
            return;
        TakesPosts |= other.TakesPosts;
        Widen(other.After, other.Through);
        _isSpan |= other._isSpan || _posted.Count + other._posted.Count > MostIds;
        if (!_isSpan)
            _posted.UnionWith(other._posted);
    }

    private void Widen(ulong after, ulong through)
    {
        After = Math.Min(After, after);
        Through = Math.Max(Through, through);
    }
}
