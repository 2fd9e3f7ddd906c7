using ModBot.Core.Cases;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;
using ModBot.Storage.Writing;

namespace ModBot.Storage.PostgreSql;

/// <summary>A judgement that waits to be stored with others.</summary>
internal sealed class RecordWrite(Judgement judgement, SealedEvidence? evidence, ActionLease lease, CancellationToken cancellationToken) : IQueuedWrite
{
    private readonly TaskCompletionSource<RecordedJudgement> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Judgement Judgement => judgement;

    /// <summary>Null for a log verdict.</summary>
    public SealedEvidence? Evidence => evidence;

    public ActionLease Lease => lease;

    public StoredKey Key { get; } = StoredKey.Of(judgement.Key);

    /// <summary>What storing gave; told when the transaction is committed.</summary>
    public RecordedJudgement Result { get; set; } = new(false, null);

    public Task<RecordedJudgement> Completion => completion.Task;

    public bool TryStart() => !cancellationToken.IsCancellationRequested || !completion.TrySetCanceled(cancellationToken);

    public void Succeed() => completion.SetResult(Result);

    public void Fail(Exception exception) => completion.SetException(exception);
}
