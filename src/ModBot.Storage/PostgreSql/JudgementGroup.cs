using ModBot.Core.Cases;
using ModBot.Storage.Cases;
using ModBot.Storage.Counting;
using Npgsql;
using static ModBot.Storage.PostgreSql.ColumnCommand;

namespace ModBot.Storage.PostgreSql;

/// <summary>
/// Stores judgements inside one transaction, each key at most once. However many there are, it takes two round trips, and
/// three more where cases are opened. Every transaction touches rows in the same order, so that none wait in a circle.
/// </summary>
internal sealed class JudgementGroup(NpgsqlConnection connection, IReadOnlyList<RecordWrite> group)
{
    /// <summary>Stores them and sets their results; may be called again after the transaction was rolled back.</summary>
    /// <exception cref="NpgsqlException">Nothing is to be committed.</exception>
    public async Task StoreAsync()
    {
        foreach (RecordWrite write in group)
            write.Result = new RecordedJudgement(false, null);
        RecordWrite[] distinct = [.. group.DistinctBy(write => write.Key).OrderBy(write => write.Key, StoredKey.Order)];
        HashSet<StoredKey> stored = await InsertAsync(distinct);
        RecordWrite[] fresh = [.. distinct.Where(write => stored.Contains(write.Key))];
        if (fresh.Length == 0)
            return;
        foreach (RecordWrite write in fresh)
            write.Result = new RecordedJudgement(true, null);
        Dictionary<long, long> lastCases = await CountAsync(fresh);
        RecordWrite[] cases = [.. fresh.Where(write => write.Evidence is not null)];
        if (cases.Length > 0)
            await new CaseGroup(connection, cases, lastCases).StoreAsync();
    }

    /// <summary>Gives the keys that were not there yet.</summary>
    private async Task<HashSet<StoredKey>> InsertAsync(RecordWrite[] writes) =>
    [
        .. await ReadAsync(
            connection,
            reader => new StoredKey(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2)),
            Of(
                """
                INSERT INTO judgements (message_id, guild_id, revision, channel_id, author_id, disposition, categories, spam, rule, judged_at)
                SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::double precision[], $9::text[], $10::bigint[])
                ON CONFLICT (message_id, guild_id, revision) DO NOTHING
                RETURNING message_id, guild_id, revision
                """,
                Column(writes, write => write.Key.Message),
                Column(writes, write => write.Key.Guild),
                Column(writes, write => write.Key.Revision),
                Column(writes, write => StoredValue.Of(write.Judgement.ChannelId)),
                Column(writes, write => StoredValue.Of(write.Judgement.AuthorId)),
                Column(writes, write => (long)write.Judgement.Verdict.Disposition),
                Column(writes, write => (long)write.Judgement.Verdict.Categories.Bits),
                Column(writes, write => StoredValue.Score(write.Judgement.Verdict.Spam)),
                Column(writes, write => CaseAssembly.LeadingRule(write.Judgement)),
                Column(writes, write => StoredValue.Of(write.Judgement.JudgedAt)))),
    ];

    /// <summary>Adds to the counters and takes the guilds' next case numbers.</summary>
    /// <returns>The last case number of each guild, those just taken included.</returns>
    private async Task<Dictionary<long, long>> CountAsync(RecordWrite[] writes)
    {
        var totals = new CounterTotals();
        foreach (Judgement judgement in writes.Select(write => write.Judgement))
        {
            if (judgement.Key.IsMessage || !judgement.OpensCase)
                totals.Add(CountAddition.Of(judgement), 1);
            else
                totals.AddCase(StoredValue.Of(judgement.Key.GuildId));
        }

        KeyValuePair<(long Guild, long Author), long>[] members = [.. totals.Members];
        var counts = totals.Counts.ToArray();
        KeyValuePair<long, CounterTotals.GuildTotals>[] guilds = [.. totals.Guilds];
        List<(long Guild, long LastCase)> last = await ReadAsync(
            connection,
            reader => (reader.GetInt64(0), reader.GetInt64(1)),
            Of(
                """
                INSERT INTO members AS m (guild_id, author_id, judged) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[])
                ON CONFLICT (guild_id, author_id) DO UPDATE SET judged = m.judged + excluded.judged
                """,
                Column(members, row => row.Key.Guild),
                Column(members, row => row.Key.Author),
                Column(members, row => row.Value)),
            Of(
                """
                INSERT INTO judgement_counts AS c (day, guild_id, disposition, category, messages) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::bigint[])
                ON CONFLICT (day, guild_id, disposition, category) DO UPDATE SET messages = c.messages + excluded.messages
                """,
                Column(counts, row => (long)row.Key.Day),
                Column(counts, row => row.Key.Guild),
                Column(counts, row => (long)row.Key.Disposition),
                Column(counts, row => row.Key.Category),
                Column(counts, row => row.Value)),
            Of(
                """
                INSERT INTO guilds AS g (guild_id, recent_rows, logged, flagged, deleted, last_case)
                SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
                ON CONFLICT (guild_id) DO UPDATE SET recent_rows = g.recent_rows + excluded.recent_rows, logged = g.logged + excluded.logged,
                    flagged = g.flagged + excluded.flagged, deleted = g.deleted + excluded.deleted, last_case = g.last_case + excluded.last_case
                RETURNING guild_id, last_case
                """,
                Column(guilds, row => row.Key),
                Column(guilds, row => row.Value.Recent),
                Column(guilds, row => row.Value.Logged),
                Column(guilds, row => row.Value.Flagged),
                Column(guilds, row => row.Value.Deleted),
                Column(guilds, row => row.Value.Cases)));
        return last.ToDictionary(row => row.Guild, row => row.LastCase);
    }
}
