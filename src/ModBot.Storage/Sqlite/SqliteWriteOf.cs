namespace ModBot.Storage.Sqlite;

/// <summary>A write with a result.</summary>
internal sealed class SqliteWrite<TResult>(Func<SqliteWriterSession, TResult> work, CancellationToken cancellationToken) : SqliteWrite
{
    private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? result;

    /// <summary>Ends when the result is stored, or nothing is.</summary>
    public Task<TResult> Completion => completion.Task;

    public override bool TryStart() => !cancellationToken.IsCancellationRequested || !completion.TrySetCanceled(cancellationToken);

    public override void Execute(SqliteWriterSession session) => result = work(session);

    public override void Succeed() => completion.SetResult(result!);

    public override void Fail(Exception exception) => completion.SetException(exception);
}
