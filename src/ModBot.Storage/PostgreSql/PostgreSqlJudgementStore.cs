using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;
using ModBot.Storage.Writing;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>Judgements in PostgreSQL: those that come together are stored by the same few statements.</summary>
internal sealed class PostgreSqlJudgementStore : IJudgementStore, IAsyncDisposable, IDisposable
{
    /// <summary>Tries where other transactions were in the way.</summary>
    private const int MaximumTries = 5;

    private readonly PostgreSqlDatabase database;
    private readonly GroupCommitQueue<RecordWrite> queue;

    public PostgreSqlJudgementStore(PostgreSqlDatabase database, StorageOptions options)
    {
        this.database = database;
        queue = new GroupCommitQueue<RecordWrite>(options.WriteQueueLength, CommitAsync);
    }

    public async Task<RecordedJudgement> RecordAsync(Judgement judgement, SealedEvidence? evidence, ActionLease lease, CancellationToken cancellationToken)
    {
        var write = new RecordWrite(judgement, evidence, lease, cancellationToken);
        await queue.EnqueueAsync(write, cancellationToken);
        return await write.Completion;
    }

    public Task<JudgementSummary?> FindAsync(Snowflake guild, Snowflake message, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Connection.Query<JudgementRow>(
            """
            SELECT revision AS Revision, channel_id AS ChannelId, author_id AS AuthorId, disposition AS Disposition, categories AS Categories,
                spam AS Spam, rule AS Rule, judged_at AS JudgedAt, case_number AS CaseNumber
            FROM judgements WHERE message_id = @Message AND guild_id = @Guild ORDER BY sequence DESC LIMIT 1
            """,
            new { Message = StoredValue.Of(message), Guild = StoredValue.Of(guild) }).Select(row => row.ToSummary(guild, message)).SingleOrDefault(),
        cancellationToken);

    public Task<bool> IsJudgedAsync(MessageKey key, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM judgements WHERE message_id = @Message AND guild_id = @Guild AND revision = @Revision)", StoredKey.Of(key)),
        cancellationToken);

    public Task<int> CountJudgedAsync(Snowflake guild, Snowflake author, CancellationToken cancellationToken) => database.ReadAsync(
        session => (int)Math.Min(int.MaxValue, session.Connection.QuerySingleOrDefault<long>(
            "SELECT judged FROM members WHERE guild_id = @Guild AND author_id = @Author", new { Guild = StoredValue.Of(guild), Author = StoredValue.Of(author) })),
        cancellationToken);

    public Task<IReadOnlyDictionary<Disposition, long>> CountAsync(Snowflake guild, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyDictionary<Disposition, long>>(
        session =>
        {
            (long logged, long flagged, long deleted) = session.Connection.QuerySingleOrDefault<(long, long, long)>(
                "SELECT logged, flagged, deleted FROM guilds WHERE guild_id = @Guild", new { Guild = StoredValue.Of(guild) });
            return new Dictionary<Disposition, long> { [Disposition.Log] = logged, [Disposition.Flag] = flagged, [Disposition.Delete] = deleted };
        },
        cancellationToken);

    /// <summary>Nothing to do: the counters are stored with the judgements.</summary>
    public Task SettleCountersAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stores what is waiting.</summary>
    public ValueTask DisposeAsync() => queue.DisposeAsync();

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async ValueTask CommitAsync(IReadOnlyList<RecordWrite> group)
    {
        await using NpgsqlConnection connection = await database.ConnectionAsync(CancellationToken.None);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
                await new JudgementGroup(connection, group).StoreAsync();
                await transaction.CommitAsync();
                return;
            }
            catch (NpgsqlException exception) when (PostgreSqlFaults.IsConflict(exception) && attempt < MaximumTries)
            {
                // The server has undone this try as a whole.
            }
            catch (NpgsqlException exception)
            {
                throw database.Describe(exception);
            }
        }
    }
}
