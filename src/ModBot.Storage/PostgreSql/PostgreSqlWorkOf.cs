using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>A piece of work with a result.</summary>
internal sealed class PostgreSqlWork<TResult>(Func<NpgsqlConnection, TResult> work, CancellationToken cancellationToken) : PostgreSqlWork
{
    private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<TResult> Completion => completion.Task;

    public override void Run(NpgsqlDataSource source, string location)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            completion.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            using NpgsqlConnection connection = source.OpenConnection();
            completion.SetResult(work(connection));
        }
        catch (NpgsqlException exception)
        {
            completion.SetException(PostgreSqlFaults.Describe(exception, location));
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
        }
    }
}
