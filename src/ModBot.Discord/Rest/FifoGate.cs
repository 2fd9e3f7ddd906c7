namespace ModBot.Discord.Rest;

/// <summary>Lets one in at a time, in the order of asking; the standard semaphore promises no order.</summary>
internal sealed class FifoGate
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private bool _taken;

    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    /// <summary>Waits for the turn; dispose what comes back to let the next one in.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        LinkedListNode<TaskCompletionSource> place;
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return new Turn(this);
            }

            place = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using (cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), place.Value))
        {
            try
            {
                await place.Value.Task;
            }
            catch (OperationCanceledException)
            {
                lock (_lock)
                {
                    if (place.List is not null)
                        _waiting.Remove(place);
                }

                throw;
            }
        }

        return new Turn(this);
    }

    private void Leave()
    {
        lock (_lock)
        {
            while (_waiting.First is { } next)
            {
                _waiting.RemoveFirst();
                // False where its asker gave up: the turn goes on to the one behind.
                if (next.Value.TrySetResult())
                    return;
            }

            _taken = false;
        }
    }

    /// <summary>A turn that was taken.</summary>
    public readonly struct Turn(FifoGate gate) : IDisposable
    {
        public void Dispose() => gate.Leave();
    }
}
