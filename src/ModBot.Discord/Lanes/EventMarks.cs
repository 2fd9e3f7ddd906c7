namespace ModBot.Discord.Lanes;

/// <summary>Tells up to which point of a shard's session everything is handled, while events of many guilds are handled side by side.</summary>
internal sealed class EventMarks
{
    /// <summary>Points that wait for older ones; more are not set, so that a handler that hangs costs no memory.</summary>
    private const int MaximumWaiting = 600;

    private readonly Queue<(EventBatch Batch, SessionPoint Point)> _waiting = [];
    private EventBatch _current = new();

    /// <summary>Counts an event that came; the batch is to be left when it is handled. Called by the receive loop and the lanes.</summary>
    public EventBatch Enter()
    {
        while (true)
        {
            EventBatch batch = Volatile.Read(ref _current);
            if (batch.TryEnter())
                return batch;
        }
    }

    /// <summary>Sets a mark at this point and gives the newest point before which everything is handled; null where that has not moved. Called by one thread at a time.</summary>
    public SessionPoint? Advance(SessionPoint now)
    {
        if (_waiting.Count < MaximumWaiting)
        {
            EventBatch closed = Volatile.Read(ref _current);
            Volatile.Write(ref _current, new EventBatch());
            closed.Leave();
            _waiting.Enqueue((closed, now));
        }

        SessionPoint? reached = null;
        while (_waiting.TryPeek(out (EventBatch Batch, SessionPoint Point) oldest) && oldest.Batch.IsDone)
            reached = _waiting.Dequeue().Point;
        return reached;
    }
}
