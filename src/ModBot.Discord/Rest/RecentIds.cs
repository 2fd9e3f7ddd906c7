namespace ModBot.Discord.Rest;

/// <summary>The last ids that were added, oldest forgotten first.</summary>
internal sealed class RecentIds(int capacity)
{
    private readonly Lock _lock = new();
    private readonly HashSet<ulong> _known = [];
    private readonly Queue<ulong> _order = new();

    public void Add(ulong id)
    {
        lock (_lock)
        {
            if (!_known.Add(id))
                return;
            _order.Enqueue(id);
            if (_order.Count > capacity)
                _known.Remove(_order.Dequeue());
        }
    }

    public bool Contains(ulong id)
    {
        lock (_lock)
            return _known.Contains(id);
    }
}
