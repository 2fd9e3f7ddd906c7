namespace ModBot.Discord.Lanes;

/// <summary>Events that came between two looks at how far a shard is. Done once it takes no more and all of them are handled.</summary>
internal sealed class EventBatch
{
    /// <summary>Its events that are not handled yet, and one for itself while it takes more.</summary>
    private int _open = 1;

    public bool IsDone => Volatile.Read(ref _open) == 0;

    /// <summary>Adds an event; false where the batch is done and another must take it.</summary>
    public bool TryEnter()
    {
        int open = Volatile.Read(ref _open);
        while (open > 0)
        {
            int before = Interlocked.CompareExchange(ref _open, open + 1, open);
            if (before == open)
                return true;
            open = before;
        }

        return false;
    }

    /// <summary>An event is handled.</summary>
    public void Leave() => Interlocked.Decrement(ref _open);
}
