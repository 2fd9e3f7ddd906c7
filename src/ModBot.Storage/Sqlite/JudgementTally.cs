using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ModBot.Core.Cases;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Sqlite;

/// <summary>Adds up a group's counters in memory, so that each counter is written once a group and in the same transaction.</summary>
internal sealed class JudgementTally : IDisposable
{
    private const long MillisecondsOfDay = 86_400_000;

    private readonly Dictionary<long, Totals> guilds = [];
    private readonly Dictionary<(long Guild, long Author), long> members = [];
    private readonly Dictionary<(long Day, long Guild, Disposition Disposition, Category? Category), long> counts = [];
    private readonly PreparedStatement addGuild;
    private readonly PreparedStatement addMember;
    private readonly PreparedStatement addCount;

    /// <exception cref="SqliteException">The schema is not this program's.</exception>
    public JudgementTally(SqliteConnection connection)
    {
        addGuild = new PreparedStatement(connection, """
            INSERT INTO guilds (guild_id, recent_rows, logged, flagged, deleted) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (guild_id) DO UPDATE SET recent_rows = recent_rows + ?2, logged = logged + ?3, flagged = flagged + ?4, deleted = deleted + ?5
            """);
        addMember = new PreparedStatement(connection, """
            INSERT INTO members (guild_id, author_id, judged) VALUES (?1, ?2, ?3)
            ON CONFLICT (guild_id, author_id) DO UPDATE SET judged = judged + ?3
            """);
        addCount = new PreparedStatement(connection, """
            INSERT INTO judgement_counts (day, guild_id, disposition, category, messages) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (day, guild_id, disposition, category) DO UPDATE SET messages = messages + ?5
            """);
    }

    /// <summary>Counts a new judgement.</summary>
    public void Add(Judgement judgement)
    {
        Verdict verdict = judgement.Verdict;
        long guild = StoredValue.Of(judgement.Key.GuildId);
        ref Totals totals = ref CollectionsMarshal.GetValueRefOrAddDefault(guilds, guild, out _);
        totals.Recent += judgement.OpensCase ? 0 : 1;
        switch (verdict.Disposition)
        {
            case Disposition.Delete: totals.Deleted++; break;
            case Disposition.Flag: totals.Flagged++; break;
            default: totals.Logged++; break;
        }

        CollectionsMarshal.GetValueRefOrAddDefault(members, (guild, StoredValue.Of(judgement.AuthorId)), out _)++;
        long day = Math.DivRem(StoredValue.Of(judgement.JudgedAt), MillisecondsOfDay).Quotient;
        CollectionsMarshal.GetValueRefOrAddDefault(counts, (day, guild, verdict.Disposition, null), out _)++;
        foreach (Category category in verdict.Categories)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (day, guild, verdict.Disposition, category), out _)++;
    }

    /// <summary>Writes what was added up and starts again from nothing.</summary>
    /// <exception cref="SqliteException">It could not be written; the group is to be rolled back.</exception>
    public void Flush()
    {
        foreach ((long guild, Totals totals) in guilds)
            addGuild.Bind(1, guild).Bind(2, totals.Recent).Bind(3, totals.Logged).Bind(4, totals.Flagged).Bind(5, totals.Deleted).Run();
        foreach (((long guild, long author), long judged) in members)
            addMember.Bind(1, guild).Bind(2, author).Bind(3, judged).Run();
        foreach (((long day, long guild, Disposition disposition, Category? category), long messages) in counts)
            addCount.Bind(1, day).Bind(2, guild).Bind(3, (long)disposition).Bind(4, category?.NameOf() ?? "").Bind(5, messages).Run();
        Clear();
    }

    /// <summary>Forgets what was added up: its group was rolled back.</summary>
    public void Clear()
    {
        guilds.Clear();
        members.Clear();
        counts.Clear();
    }

    public void Dispose()
    {
        addGuild.Dispose();
        addMember.Dispose();
        addCount.Dispose();
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Totals
    {
        public long Recent;
        public long Logged;
        public long Flagged;
        public long Deleted;
    }
}
