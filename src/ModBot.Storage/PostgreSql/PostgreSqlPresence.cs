using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Logging;
using ModBot.Storage.Engines;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>
/// A connection that stands for this process: the advisory lock it holds tells the others that the process lives, and the server
/// drops it with the connection. A lost connection is made anew under the same number.
/// </summary>
internal sealed partial class PostgreSqlPresence(PostgreSqlDatabase database, TimeProvider time, ILogger<PostgreSqlPresence> logger) : IProcessPresence, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim gate = new(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly long own = RandomNumberGenerator.GetInt32(1, int.MaxValue);
    private Task? keeping;

    public async ValueTask<long> JoinAsync(CancellationToken cancellationToken)
    {
        if (keeping is not null)
            return own;
        await gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(stopping.IsCancellationRequested, typeof(IStorage));
            keeping ??= KeepAsync(await ConnectAsync(cancellationToken));
        }
        finally
        {
            gate.Release();
        }

        return own;
    }

    public async ValueTask<IReadOnlyCollection<long>> LivingAsync(CancellationToken cancellationToken)
    {
        await JoinAsync(cancellationToken);
        return await database.ReadAsync<IReadOnlyCollection<long>>(
            session =>
            [
                own,
                .. session.Connection.Query<long>(
                    """
                    SELECT l.objid::bigint FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                    WHERE l.locktype = 'advisory' AND l.classid = @Processes::bigint::oid AND l.objsubid = 2 AND l.granted AND d.datname = current_database()
                    """,
                    new { Processes = (long)AdvisoryLock.Processes }),
            ],
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (keeping is not null)
            await keeping;
        stopping.Dispose();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <exception cref="StorageException">The server cannot be reached.</exception>
    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await database.LastingConnectionAsync(cancellationToken);
        try
        {
            // Where a connection was lost the server may hold the lock a little longer.
            await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@Processes, @Own)", new { AdvisoryLock.Processes, Own = (int)own }, cancellationToken: cancellationToken));
            return connection;
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync();
            if (exception is NpgsqlException reported)
                throw database.Describe(reported);
            throw;
        }
    }

    private async Task KeepAsync(NpgsqlConnection connection)
    {
        TimeSpan pause = Beat;
        NpgsqlConnection? held = connection;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                held ??= await ConnectAsync(stopping.Token);
                await Task.Delay(Beat, time, stopping.Token);
                await held.ExecuteAsync(new CommandDefinition("SELECT 1", commandTimeout: 4, cancellationToken: stopping.Token));
                pause = Beat;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is NpgsqlException or StorageException or InvalidOperationException)
            {
                LogLost(fault);
                if (held is not null)
                    await held.DisposeAsync();
                held = null;
                await Task.Delay(pause, time, CancellationToken.None);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        if (held is not null)
            await held.DisposeAsync();
    }

    [LoggerMessage(4010, LogLevel.Warning, "The connection that stands for this process was lost; others may take over its work until it is back")]
    private partial void LogLost(Exception fault);
}
