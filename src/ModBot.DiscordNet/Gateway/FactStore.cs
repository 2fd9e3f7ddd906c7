namespace ModBot.DiscordNet.Gateway;

/// <summary>Facts that wait for their message, by id; the oldest are forgotten first.</summary>
internal sealed class FactStore(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, MessageFacts> _facts = [];
    private readonly Queue<ulong> _order = new();

    public void Put(MessageFacts facts)
    {
        lock (_lock)
        {
            if (!_facts.ContainsKey(facts.Id))
                _order.Enqueue(facts.Id);
            _facts[facts.Id] = facts;
            while (_order.Count > capacity)
                _facts.Remove(_order.Dequeue());
        }
    }

    /// <summary>Null where nothing waits (any more).</summary>
    public MessageFacts? Take(ulong id)
    {
        lock (_lock)
        {
            // The id stays in the queue: it costs little, and goes with its turn.
            return _facts.Remove(id, out MessageFacts? facts) ? facts : null;
        }
    }
}
