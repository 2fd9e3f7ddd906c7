namespace ModBot.Discord.Rest;

/// <summary>The last ids that were added, oldest forgotten first.</summary>
internal sealed class RecentIds(int capacity)
{
    private readonly Lock _lock = new();
    private readonly HashSet<ulong> _known = [];
    private readonly Queue<ulong> _order = new();

    /// <summary>False where it was known.</summary>
    public bool Add(ulong id)
    {
        lock (_lock)
        {
            if (!_known.Add(id))
                return false;
            _order.Enqueue(id);
            if (_order.Count > capacity)
                _known.Remove(_order.Dequeue());
            return true;
        }
    }

    public bool Contains(ulong id)
    {
        lock (_lock)
            return _known.Contains(id);
    }
}
