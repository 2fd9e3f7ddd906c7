using Microsoft.Data.Sqlite;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sqlite;

/// <summary>The database file: opened once, one writer, several readers.</summary>
internal sealed class SqliteDatabase(StorageOptions options, TimeProvider time) : IDatabase, IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly SqliteConnections connections = new(options.DatabasePath);
    private volatile Channels? channels;
    private bool disposed;

    public string Location => $"SQLite, {options.DatabasePath}";

    public async Task OpenAsync(CancellationToken cancellationToken) => await ConnectAsync(cancellationToken);

    /// <summary>See <see cref="SqliteWriter.WriteAsync"/>.</summary>
    public async Task<TResult> WriteAsync<TResult>(Func<SqliteWriterSession, TResult> work, CancellationToken cancellationToken) =>
        await (channels ?? await ConnectAsync(cancellationToken)).Writer.WriteAsync(work, cancellationToken);

    /// <summary>See <see cref="SqliteReaders.ReadAsync"/>.</summary>
    public async Task<TResult> ReadAsync<TResult>(Func<SqliteReaderSession, TResult> read, CancellationToken cancellationToken) =>
        await (channels ?? await ConnectAsync(cancellationToken)).Readers.ReadAsync(read, cancellationToken);

    Task<TResult> IDatabase.WriteAsync<TResult>(Func<WritingSession, TResult> work, CancellationToken cancellationToken) => WriteAsync(work, cancellationToken);

    Task<TResult> IDatabase.ReadAsync<TResult>(Func<ReadingSession, TResult> read, CancellationToken cancellationToken) => ReadAsync(read, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (disposed)
                return;
            disposed = true;
            if (channels is not null)
            {
                await channels.Readers.DisposeAsync();
                await channels.Writer.DisposeAsync();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async ValueTask<Channels> ConnectAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(IStorage));
            return channels ??= Connect();
        }
        finally
        {
            gate.Release();
        }
    }

    private Channels Connect()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(options.DatabasePath)!);
            using SqliteConnection connection = connections.OpenPlain();
            new SqliteSchema(MigrationScript.Of("Sqlite"), time).Update(connection, options.DatabasePath);
        }
        catch (SqliteException exception)
        {
            throw SqliteFaults.Describe(exception, options.DatabasePath);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageFault.CannotOpen, $"The folder of the database '{options.DatabasePath}' cannot be created: {exception.Message}", exception);
        }

        return new Channels(new SqliteWriter(connections, options.WriteQueueLength), new SqliteReaders(connections, options.Readers));
    }

    private sealed record Channels(SqliteWriter Writer, SqliteReaders Readers);
}
