using ModBot.Storage.Engines;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>A PostgreSQL database, shared with any number of processes.</summary>
internal sealed class PostgreSqlDatabase(StorageOptions options, TimeProvider time) : IDatabase, IAsyncDisposable, IDisposable
{
    /// <summary>More at once would not store more: they wait for the same disk.</summary>
    private const int Writers = 4;

    /// <summary>Tries where other transactions were in the way.</summary>
    private const int MaximumTries = 5;

    private readonly PostgreSqlAddress address = PostgreSqlAddress.Parse(options.ConnectionString!, out string? fault) ?? throw new ArgumentException(fault, nameof(options));
    private readonly SemaphoreSlim gate = new(1);
    private volatile Channels? channels;
    private bool disposed;

    public string Location => $"PostgreSQL, {address.Location}";

    public async Task OpenAsync(CancellationToken cancellationToken) => await ConnectAsync(cancellationToken);

    public async Task<TResult> WriteAsync<TResult>(Func<WritingSession, TResult> work, CancellationToken cancellationToken) =>
        await (await OpenedAsync(cancellationToken)).Writers.RunAsync(connection => Write(connection, work), cancellationToken);

    public async Task<TResult> ReadAsync<TResult>(Func<ReadingSession, TResult> read, CancellationToken cancellationToken) =>
        await (await OpenedAsync(cancellationToken)).Readers.RunAsync(connection => read(new PostgreSqlReadingSession(connection)), cancellationToken);

    /// <summary>A connection of one's own, to be disposed. What Npgsql reports on it goes through <see cref="Describe"/>.</summary>
    /// <exception cref="StorageException">The server cannot be reached.</exception>
    public async ValueTask<NpgsqlConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        NpgsqlDataSource source = (await OpenedAsync(cancellationToken)).Source;
        try
        {
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw Describe(exception);
        }
    }

    /// <summary>
    /// A connection for as long as the process lives, to be disposed. Its server notices within some ten seconds that this machine is gone
    /// (5 s of silence, then three questions), and drops its locks.
    /// </summary>
    /// <exception cref="StorageException">The server cannot be reached.</exception>
    public async ValueTask<NpgsqlConnection> LastingConnectionAsync(CancellationToken cancellationToken)
    {
        await OpenedAsync(cancellationToken);
        var connection = new NpgsqlConnection(address.LastingConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException exception)
        {
            await connection.DisposeAsync();
            throw Describe(exception);
        }
    }

    public StorageException Describe(NpgsqlException exception) => PostgreSqlFaults.Describe(exception, address.Location);

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
                await channels.Writers.DisposeAsync();
                await channels.Source.DisposeAsync();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Retries what another transaction was in the way of. A commit is not repeated: it may have been stored.</summary>
    private static TResult Write<TResult>(NpgsqlConnection connection, Func<WritingSession, TResult> work)
    {
        for (int attempt = 1; ; attempt++)
        {
            using NpgsqlTransaction transaction = connection.BeginTransaction();
            try
            {
                TResult result = work(new PostgreSqlWritingSession(connection));
                transaction.Commit();
                return result;
            }
            catch (NpgsqlException exception) when (PostgreSqlFaults.IsConflict(exception) && attempt < MaximumTries)
            {
                // The server has undone this try as a whole.
            }
        }
    }

    private ValueTask<Channels> OpenedAsync(CancellationToken cancellationToken) =>
        channels is { } open ? ValueTask.FromResult(open) : ConnectAsync(cancellationToken);

    private async ValueTask<Channels> ConnectAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(disposed, typeof(IStorage));
            return channels ??= await OpenChannelsAsync(cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Channels> OpenChannelsAsync(CancellationToken cancellationToken)
    {
        NpgsqlDataSource source = new NpgsqlSlimDataSourceBuilder(address.ConnectionString).EnableArrays().Build();
        try
        {
            await using (NpgsqlConnection connection = await source.OpenConnectionAsync(cancellationToken))
                await new PostgreSqlSchema(MigrationScript.Of("PostgreSql"), time).UpdateAsync(connection, address.Location, cancellationToken);
        }
        catch (Exception exception)
        {
            await source.DisposeAsync();
            if (exception is NpgsqlException reported)
                throw Describe(reported);
            throw;
        }

        return new Channels(
            source,
            new PostgreSqlWorkers(source, address.Location, options.Readers, options.WriteQueueLength),
            new PostgreSqlWorkers(source, address.Location, Writers, options.WriteQueueLength));
    }

    private sealed record Channels(NpgsqlDataSource Source, PostgreSqlWorkers Readers, PostgreSqlWorkers Writers);
}
