using Microsoft.Data.Sqlite;
using ModBot.Storage.Writing;

namespace ModBot.Storage.Sqlite;

/// <summary>The one place that writes: a queue in front of one connection, which is opened anew after a fault.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly SqliteConnections connections;
    private readonly GroupCommitQueue<SqliteWrite> queue;
    private SqliteWriterSession? session;

    public SqliteWriter(SqliteConnections connections, int capacity)
    {
        this.connections = connections;
        queue = new GroupCommitQueue<SqliteWrite>(capacity, Commit);
    }

    /// <summary>Runs the work inside a transaction that others may share; the task ends when it is stored.</summary>
    /// <exception cref="StorageException">Nothing was stored.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before its turn came; nothing was stored.</exception>
    /// <exception cref="ObjectDisposedException">The store is being closed.</exception>
    public async Task<TResult> WriteAsync<TResult>(Func<SqliteWriterSession, TResult> work, CancellationToken cancellationToken)
    {
        var write = new SqliteWrite<TResult>(work, cancellationToken);
        await queue.EnqueueAsync(write, cancellationToken);
        return await write.Completion;
    }

    /// <summary>Stores what is waiting and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await queue.DisposeAsync();
        session?.Dispose();
    }

    private ValueTask Commit(IReadOnlyList<SqliteWrite> group)
    {
        try
        {
            session ??= OpenSession();
            session.RunGroup(group);
            return ValueTask.CompletedTask;
        }
        catch (SqliteException exception)
        {
            StorageException described = SqliteFaults.Describe(exception, connections.Path);
            if (described.Fault is not (StorageFault.Rejected or StorageFault.Full or StorageFault.Busy))
            {
                session?.Dispose();
                session = null;
            }

            throw described;
        }
    }

    private SqliteWriterSession OpenSession()
    {
        SqliteConnection connection = connections.OpenWriter();
        try
        {
            return new SqliteWriterSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
