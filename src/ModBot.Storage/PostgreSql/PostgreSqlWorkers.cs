using System.Threading.Channels;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>
/// Threads that do blocking work on the database, so that the stores' code is the same for both engines and no thread of the
/// pool waits for the network. Each piece of work has a connection for itself.
/// </summary>
internal sealed class PostgreSqlWorkers : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly string location;
    private readonly Channel<PostgreSqlWork> waiting;
    private readonly Task[] threads;

    /// <param name="source">Where connections come from.</param>
    /// <param name="location">For people.</param>
    /// <param name="count">How much may run at once.</param>
    /// <param name="capacity">How much may wait before callers have to.</param>
    public PostgreSqlWorkers(NpgsqlDataSource source, string location, int count, int capacity)
    {
        this.source = source;
        this.location = location;
        waiting = Channel.CreateBounded<PostgreSqlWork>(capacity);
        threads = [.. Enumerable.Range(0, count).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <exception cref="StorageException">It could not be done.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before its turn came.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async Task<TResult> RunAsync<TResult>(Func<NpgsqlConnection, TResult> work, CancellationToken cancellationToken)
    {
        var item = new PostgreSqlWork<TResult>(work, cancellationToken);
        try
        {
            await waiting.Writer.WriteAsync(item, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IStorage), "The store is closed.");
        }

        return await item.Completion;
    }

    /// <summary>Does what is waiting and ends the threads.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await Task.WhenAll(threads);
    }

    private void Work()
    {
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (waiting.Reader.TryRead(out PostgreSqlWork? item))
                item.Run(source, location);
        }
    }
}
