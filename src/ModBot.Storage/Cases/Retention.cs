using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Dapper;
using ModBot.Storage.Engines;
using ModBot.Storage.Search;

namespace ModBot.Storage.Cases;

/// <summary>Removes what is not to be kept, in small steps between which other writes have their turn.</summary>
internal sealed class Retention(IDatabase database, IJudgementStore judgements, int recentPerGuild)
{
    /// <summary>A step takes the writer a few milliseconds.</summary>
    private const int Step = 500;

    /// <summary>Each piece of evidence takes its terms with it.</summary>
    private const int EvidenceStep = 100;

    private const int ScanLength = 5_000;

    /// <returns>How many recent entries and how many pieces of evidence went.</returns>
    public async Task<(int Recent, int Evidence)> PruneAsync(DateTimeOffset recentBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // The guilds' own counts of their recent rows must be complete.
        await judgements.SettleCountersAsync(cancellationToken);
        int recent = await RepeatAsync(session => DeleteOlder(session, StoredValue.Of(recentBefore)), Step, cancellationToken)
            + await DeleteAboveLimitAsync(cancellationToken);
        int evidence = await RepeatAsync(session => DeleteEvidence(session, StoredValue.Of(now)), EvidenceStep, cancellationToken);
        return (recent, evidence);
    }

    private static int DeleteOlder(WritingSession session, long before)
    {
        session.Serialize("retention", 0);
        return DeleteEntries(session.Connection, session.Connection.Query<EntryRow>(
            """
            SELECT message_id AS MessageId, guild_id AS GuildId, revision AS Revision FROM judgements
            WHERE case_number IS NULL AND judged_at < @before ORDER BY judged_at LIMIT @Step
            """,
            new { before, Step }));
    }

    private static int DeleteEvidence(WritingSession session, long now)
    {
        List<long> expired = session.Connection.Query<long>("SELECT case_id FROM evidence WHERE expires_at <= @now ORDER BY expires_at LIMIT @EvidenceStep", new { now, EvidenceStep }).AsList();
        if (expired.Count == 0)
            return 0;
        CaseIndex.ForgetEvidence(session, expired);
        return session.Connection.Execute($"DELETE FROM evidence WHERE case_id {session.Among("expired")}", new { expired });
    }

    private static int DeleteEntries(DbConnection connection, IEnumerable<EntryRow> entries)
    {
        int deleted = 0;
        foreach (IGrouping<long, EntryRow> guild in entries.GroupBy(entry => entry.GuildId).OrderBy(group => group.Key))
        {
            int ofGuild = connection.Execute(
                "DELETE FROM judgements WHERE message_id = @MessageId AND guild_id = @GuildId AND revision = @Revision AND case_number IS NULL", guild);
            connection.Execute(
                """
                INSERT INTO guilds (guild_id, recent_rows) VALUES (@Guild, -@Rows)
                ON CONFLICT (guild_id) DO UPDATE SET recent_rows = guilds.recent_rows + excluded.recent_rows
                """,
                new { Guild = guild.Key, Rows = ofGuild });
            deleted += ofGuild;
        }

        return deleted;
    }

    /// <summary>Walks the entries from the oldest message on and takes those of guilds that have too many.</summary>
    private async Task<int> DeleteAboveLimitAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, long> excess = await database.ReadAsync(
            session => session.Connection.Query<(long Guild, long Rows)>("SELECT guild_id, recent_rows FROM guilds WHERE recent_rows > @recentPerGuild", new { recentPerGuild })
                .ToDictionary(row => row.Guild, row => row.Rows - recentPerGuild),
            cancellationToken);
        int deleted = 0;
        EntryRow? last = null;
        while (excess.Count > 0)
        {
            List<EntryRow> entries = await ReadEntriesAsync(last, cancellationToken);
            if (entries.Count == 0)
                break;
            last = entries[^1];
            foreach (EntryRow[] step in entries.Where(entry => Takes(excess, entry.GuildId)).Chunk(Step))
                deleted += await database.WriteAsync(session => DeleteEntries(session.Connection, step), cancellationToken);
        }

        return deleted;
    }

    private static bool Takes(Dictionary<long, long> excess, long guild)
    {
        ref long left = ref CollectionsMarshal.GetValueRefOrNullRef(excess, guild);
        if (Unsafe.IsNullRef(ref left))
            return false;
        if (--left == 0)
            excess.Remove(guild);
        return true;
    }

    private Task<List<EntryRow>> ReadEntriesAsync(EntryRow? after, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Connection.Query<EntryRow>(
            $"""
            SELECT message_id AS MessageId, guild_id AS GuildId, revision AS Revision FROM judgements
            WHERE case_number IS NULL {(after is null ? "" : "AND (message_id, guild_id, revision) > (@MessageId, @GuildId, @Revision)")}
            ORDER BY message_id, guild_id, revision LIMIT @ScanLength
            """,
            new { after?.MessageId, after?.GuildId, after?.Revision, ScanLength }).AsList(),
        cancellationToken);

    private async Task<int> RepeatAsync(Func<WritingSession, int> deleteStep, int step, CancellationToken cancellationToken)
    {
        int total = 0;
        int deleted;
        do
        {
            deleted = await database.WriteAsync(deleteStep, cancellationToken);
            total += deleted;
        }
        while (deleted == step);
        return total;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct EntryRow
    {
        public long MessageId { get; init; }

        public long GuildId { get; init; }

        public string Revision { get; init; }
    }
}
