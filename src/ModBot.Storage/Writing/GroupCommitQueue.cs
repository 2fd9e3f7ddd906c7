using System.Threading.Channels;

namespace ModBot.Storage.Writing;

/// <summary>
/// Lets many writers share one transaction and so one disk sync. While a group is being committed the next one gathers; a
/// write that finds the queue empty is committed at once. A write ends only after its group is committed.
/// </summary>
/// <typeparam name="TWrite">The engine's writes.</typeparam>
internal sealed class GroupCommitQueue<TWrite> : IAsyncDisposable
    where TWrite : class, IQueuedWrite
{
    /// <summary>At 10 µs a write a full group takes some 10 ms: a fifth of the 50 ms in which a message is to be acted on.</summary>
    public const int GroupLength = 1_024;

    private readonly Channel<TWrite> waiting;
    private readonly Func<IReadOnlyList<TWrite>, ValueTask> commit;
    private readonly Task worker;

    /// <param name="capacity">How many writes may wait before their callers have to.</param>
    /// <param name="commit">Stores all writes of the group or, when it throws, none.</param>
    public GroupCommitQueue(int capacity, Func<IReadOnlyList<TWrite>, ValueTask> commit)
    {
        this.commit = commit;
        waiting = Channel.CreateBounded<TWrite>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        worker = Task.Run(WorkAsync);
    }

    /// <exception cref="ObjectDisposedException">The store is being closed.</exception>
    public async ValueTask EnqueueAsync(TWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await waiting.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IStorage), "The store is closed; nothing was stored.");
        }
    }

    /// <summary>Takes no more writes and waits until those it has are stored.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await worker;
    }

    private async Task WorkAsync()
    {
        var group = new List<TWrite>(GroupLength);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < GroupLength && waiting.Reader.TryRead(out TWrite? write))
            {
                if (write.TryStart())
                    group.Add(write);
            }

            if (group.Count > 0)
                await StoreAsync(group);
            group.Clear();
        }
    }

    private async ValueTask StoreAsync(List<TWrite> group)
    {
        try
        {
            await commit(group);
        }
        catch (Exception exception) when (group.Count > 1 && exception is not StorageException { Fault: not StorageFault.Rejected })
        {
            // One write spoiled the group: each gets a transaction of its own, and only the spoiler fails.
            foreach (TWrite write in group)
                await StoreAsync([write]);
            return;
        }
        catch (Exception exception)
        {
            foreach (TWrite write in group)
                write.Fail(exception);
            return;
        }

        foreach (TWrite write in group)
            write.Succeed();
    }
}
