using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace ModBot.Storage.Sqlite;

/// <summary>A fixed number of reading connections; each is opened when it is first needed, and anew after a fault.</summary>
internal sealed class SqliteReaders : IAsyncDisposable
{
    private readonly SqliteConnections connections;
    private readonly int count;
    private readonly Channel<SqliteReaderSession?> idle;

    public SqliteReaders(SqliteConnections connections, int count)
    {
        this.connections = connections;
        this.count = count;
        idle = Channel.CreateBounded<SqliteReaderSession?>(count);
        for (int i = 0; i < count; i++)
            idle.Writer.TryWrite(null);
    }

    /// <summary>Reads on a connection of its own, waiting for one if all are in use. What is stored already is seen.</summary>
    /// <exception cref="StorageException">It could not be read.</exception>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public async ValueTask<TResult> ReadAsync<TResult>(Func<SqliteReaderSession, TResult> read, CancellationToken cancellationToken)
    {
        SqliteReaderSession? session = await TakeAsync(cancellationToken);
        try
        {
            session ??= OpenSession();
            return read(session);
        }
        catch (SqliteException exception)
        {
            session?.Dispose();
            session = null;
            throw SqliteFaults.Describe(exception, connections.Path);
        }
        finally
        {
            idle.Writer.TryWrite(session);
        }
    }

    /// <summary>Waits for the reads under way and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        for (int i = 0; i < count; i++)
        {
            if (await idle.Reader.ReadAsync() is { } session)
                session.Dispose();
        }

        idle.Writer.TryComplete();
    }

    private async ValueTask<SqliteReaderSession?> TakeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await idle.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(IStorage), "The store is closed.");
        }
    }

    private SqliteReaderSession OpenSession()
    {
        SqliteConnection connection = connections.OpenReader();
        try
        {
            return new SqliteReaderSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
