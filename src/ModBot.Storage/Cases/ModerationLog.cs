using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Verdicts;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Cases;

/// <summary>The moderation log: what each engine does for every message, and all else in SQL that they share.</summary>
internal sealed class ModerationLog(IDatabase database, IJudgementStore judgements, IProcessPresence presence, StorageOptions options, IEvidenceProtector protector, TimeProvider time) : IModerationLog
{
    private readonly EvidenceVault vault = new(protector, time, options.EvidenceRetention);
    private readonly CaseReader cases = new(new CaseAssembly(new EvidenceVault(protector, time, options.EvidenceRetention)));
    private readonly Retention retention = new(database, judgements, options.RecentPerGuild);

    public Task<RecordedJudgement> RecordAsync(Judgement judgement, CancellationToken cancellationToken) =>
        judgement.OpensCase ? RecordCaseAsync(judgement, cancellationToken) : judgements.RecordAsync(judgement, null, default, cancellationToken);

    public Task<JudgementSummary?> FindJudgementAsync(Snowflake guild, Snowflake message, CancellationToken cancellationToken) =>
        judgements.FindAsync(guild, message, cancellationToken);

    public Task<bool> IsJudgedAsync(MessageKey key, CancellationToken cancellationToken) =>
        judgements.IsJudgedAsync(key, cancellationToken);

    public Task<int> CountJudgedAsync(Snowflake guild, Snowflake author, CancellationToken cancellationToken) =>
        judgements.CountJudgedAsync(guild, author, cancellationToken);

    public Task<ModerationCase?> GetCaseAsync(Snowflake guild, long number, CancellationToken cancellationToken) =>
        database.ReadAsync(session => cases.Get(session, guild, number), cancellationToken);

    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1..200.</exception>
    public Task<IReadOnlyList<ModerationCase>> ListCasesAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        StoredLimit.Check(query.Limit, 200);
        return database.ReadAsync(session => cases.List(session, query), cancellationToken);
    }

    public Task<long> CountIncidentAsync(Snowflake guild, long incidentNumber, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Connection.ExecuteScalar<long>(
                "SELECT count(*) FROM cases WHERE guild_id = @Guild AND incident_number = @Number", new { Guild = StoredValue.Of(guild), Number = incidentNumber }),
            cancellationToken);

    public Task<IReadOnlyList<Snowflake>> ListGuildsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Snowflake>>(
            session => [.. session.Connection.Query<long>("SELECT guild_id FROM guilds WHERE last_case > 0").Select(StoredValue.Snowflake).Order()],
            cancellationToken);

    /// <exception cref="ArgumentException">There is no such case.</exception>
    public async Task SetCardAsync(Snowflake guild, long number, MessageReference card, CancellationToken cancellationToken)
    {
        var parameters = new { Guild = StoredValue.Of(guild), Number = number, Channel = StoredValue.Of(card.ChannelId), Message = StoredValue.Of(card.MessageId) };
        int changed = await database.WriteAsync(
            session => session.Connection.Execute("UPDATE cases SET card_channel_id = @Channel, card_message_id = @Message WHERE guild_id = @Guild AND number = @Number", parameters),
            cancellationToken);
        if (changed == 0)
            throw new ArgumentException($"There is no case {number} in guild {guild}.", nameof(number));
    }

    public async Task<RecordedReview?> AddReviewAsync(Snowflake guild, long number, Review review, IReadOnlyCollection<FollowUp> then, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Guild = StoredValue.Of(guild),
            Number = number,
            Decision = (long)review.Decision,
            Moderator = StoredValue.Of(review.ModeratorId),
            Name = StoredValue.Of(review.ModeratorName),
            Reason = StoredValue.Of(review.Reason),
            At = StoredValue.Of(review.At),
        };
        long? decided = await database.WriteAsync(
            session =>
            {
                session.Serialize("reviews", parameters.Guild ^ number);
                long? decides = session.Connection.QuerySingleOrDefault<long?>(
                    """
                    INSERT INTO reviews (case_id, decision, moderator_id, moderator_name, reason, reviewed_at, decides)
                    SELECT case_id, @Decision, @Moderator, @Name, @Reason, @At, CASE WHEN EXISTS (SELECT 1 FROM reviews r WHERE r.case_id = c.case_id) THEN 0 ELSE 1 END
                    FROM cases c WHERE guild_id = @Guild AND number = @Number
                    RETURNING decides
                    """,
                    parameters);
                session.Connection.Execute(
                    decides == 1
                        ? "UPDATE cases SET review = @Decision, reviewed_at = @At, index_due = index_due + 1 WHERE guild_id = @Guild AND number = @Number"
                        : "UPDATE cases SET index_due = index_due + 1 WHERE guild_id = @Guild AND number = @Number",
                    parameters);
                if (decides == 1)
                    FollowUps.Add(session, guild, number, then, review.At);
                return decides;
            },
            cancellationToken);
        return decided is { } decides && await GetCaseAsync(guild, number, cancellationToken) is { } reviewed ? new RecordedReview(decides == 1, reviewed) : null;
    }

    public Task<IReadOnlyDictionary<Disposition, long>> CountAsync(Snowflake guild, CancellationToken cancellationToken) =>
        judgements.CountAsync(guild, cancellationToken);

    /// <exception cref="ArgumentOutOfRangeException">The limit is not within 1..200.</exception>
    public Task<IReadOnlyList<MessageReference>> ListMessagesAsync(Snowflake guild, Snowflake author, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        StoredLimit.Check(limit, 200);
        var parameters = new
        {
            Guild = StoredValue.Of(guild),
            Author = StoredValue.Of(author),
            From = StoredValue.Of(Snowflake.At(from)),
            To = StoredValue.Of(Snowflake.At(to)),
            Limit = limit,
        };
        // By the key's first column: ids tell the time, and no index has to be kept for what is asked so rarely.
        return database.ReadAsync<IReadOnlyList<MessageReference>>(
            session =>
            [
                .. session.Connection.Query<(long Channel, long Message)>(
                    """
                    SELECT DISTINCT channel_id, message_id FROM judgements
                    WHERE message_id >= @From AND message_id < @To AND guild_id = @Guild AND author_id = @Author ORDER BY message_id DESC LIMIT @Limit
                    """,
                    parameters).Select(row => new MessageReference(StoredValue.Snowflake(row.Channel), StoredValue.Snowflake(row.Message))),
            ],
            cancellationToken);
    }

    /// <summary>Forgets what is too old, and of each guild's log verdicts what is above <see cref="StorageOptions.RecentPerGuild"/>.</summary>
    /// <inheritdoc/>
    public Task<(int Recent, int Evidence)> PruneAsync(DateTimeOffset recentBefore, DateTimeOffset now, CancellationToken cancellationToken) =>
        retention.PruneAsync(recentBefore, now, cancellationToken);

    private async Task<RecordedJudgement> RecordCaseAsync(Judgement judgement, CancellationToken cancellationToken)
    {
        var lease = new ActionLease(await presence.JoinAsync(cancellationToken), time.GetUtcNow() + IActionOutbox.Lease);
        // Sealed here, on the caller's thread: the writer only writes.
        return await judgements.RecordAsync(judgement, vault.Seal(judgement), lease, cancellationToken);
    }
}
