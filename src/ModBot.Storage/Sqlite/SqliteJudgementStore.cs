using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sqlite;

/// <summary>Judgements in SQLite, by statements compiled once for each connection.</summary>
internal sealed class SqliteJudgementStore(SqliteDatabase database) : IJudgementStore
{
    public Task<RecordedJudgement> RecordAsync(Judgement judgement, SealedEvidence? evidence, ActionLease lease, CancellationToken cancellationToken) =>
        evidence is null
            ? database.WriteAsync(session => session.Judgements.RecordLog(judgement), cancellationToken)
            : database.WriteAsync(session => session.Judgements.RecordCase(judgement, evidence, lease), cancellationToken);

    public Task<JudgementSummary?> FindAsync(Snowflake guild, Snowflake message, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.FindJudgement(guild, message), cancellationToken);

    public Task<bool> IsJudgedAsync(MessageKey key, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.IsJudged(key), cancellationToken);

    public Task<int> CountJudgedAsync(Snowflake guild, Snowflake author, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.CountJudged(guild, author), cancellationToken);

    public Task<IReadOnlyDictionary<Disposition, long>> CountAsync(Snowflake guild, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.CountByDisposition(guild), cancellationToken);

    public async Task SettleCountersAsync(CancellationToken cancellationToken)
    {
        while (await database.WriteAsync(session => session.Counters.Run(), cancellationToken) > 0)
        {
            // A piece at a time, so that other writes have their turn.
        }
    }
}
