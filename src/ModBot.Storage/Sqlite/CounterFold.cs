using Microsoft.Data.Sqlite;
using ModBot.Core.Verdicts;
using ModBot.Storage.Counting;

namespace ModBot.Storage.Sqlite;

/// <summary>Folds what is pending into the counters, a bounded piece at a time.</summary>
internal sealed class CounterFold : IDisposable
{
    /// <summary>Some 10 ms of work; a larger piece would write each page for more judgements and hold up the writer for longer.</summary>
    private const int Piece = 4_096;

    private readonly CounterTotals totals = new();
    private readonly PreparedStatement countPending;
    private readonly PreparedStatement readPending;
    private readonly PreparedStatement dropPending;
    private readonly PreparedStatement addGuild;
    private readonly PreparedStatement addMember;
    private readonly PreparedStatement addCount;
    private long? pending;

    /// <exception cref="SqliteException">The schema is not this program's.</exception>
    public CounterFold(SqliteConnection connection)
    {
        countPending = new PreparedStatement(connection, $"SELECT coalesce(sum(length(additions)), 0) / {CountAddition.Length} FROM pending_counts");
        readPending = new PreparedStatement(connection, "SELECT entry, additions FROM pending_counts ORDER BY entry");
        dropPending = new PreparedStatement(connection, "DELETE FROM pending_counts WHERE entry <= ?1");
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

    /// <summary>Tells that a group has stored additions, and folds a piece when enough are waiting.</summary>
    /// <exception cref="SqliteException">It could not be stored; the group is to be rolled back.</exception>
    public void Note(int additions)
    {
        pending = pending is { } known ? known + additions : countPending.RunForInteger();
        if (pending >= Piece)
            Run();
    }

    /// <summary>Folds the oldest piece.</summary>
    /// <returns>How many additions were folded; 0 when none are left.</returns>
    /// <exception cref="SqliteException">It could not be stored; the group is to be rolled back.</exception>
    public int Run()
    {
        int folded = 0;
        long last = 0;
        while (folded < Piece && readPending.Step())
        {
            last = readPending.Integer(0);
            foreach ((CountAddition addition, int messages) in CountAddition.Decode(readPending.Bytes(1)))
            {
                totals.Add(addition, messages);
                folded++;
            }
        }

        readPending.Reset();
        if (folded > 0)
        {
            Store();
            dropPending.Bind(1, last).Run();
        }

        pending -= folded;
        return folded;
    }

    /// <summary>Forgets what it knew: the group was rolled back.</summary>
    public void Forget()
    {
        pending = null;
        totals.Clear();
    }

    public void Dispose()
    {
        foreach (PreparedStatement statement in (PreparedStatement[])[countPending, readPending, dropPending, addGuild, addMember, addCount])
            statement.Dispose();
    }

    /// <summary>Writes in the order of the keys, so that each page is found once.</summary>
    private void Store()
    {
        foreach ((long guild, CounterTotals.GuildTotals added) in totals.Guilds)
            addGuild.Bind(1, guild).Bind(2, added.Recent).Bind(3, added.Logged).Bind(4, added.Flagged).Bind(5, added.Deleted).Run();
        foreach (((long guild, long author), long judged) in totals.Members)
            addMember.Bind(1, guild).Bind(2, author).Bind(3, judged).Run();
        foreach (((int day, long guild, Disposition disposition, string category), long messages) in totals.Counts)
            addCount.Bind(1, (long)day).Bind(2, guild).Bind(3, (long)disposition).Bind(4, category).Bind(5, messages).Run();
        totals.Clear();
    }
}
