using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ModBot.Core.Verdicts;
using ModBot.Storage.Counting;

namespace ModBot.Storage.Sqlite;

/// <summary>
/// A reader's copy of what is pending, so that counters read exactly, whoever stored what. It is brought up to date inside the
/// transaction that reads the counters, so that nothing is counted twice or missed while it is being folded.
/// </summary>
internal sealed class PendingCounts : IDisposable
{
    private readonly Queue<(long Entry, KeyValuePair<CountAddition, int>[] Additions)> entries = [];
    private readonly Dictionary<(long Guild, long Author), long> members = [];
    private readonly PreparedStatement oldest;
    private readonly PreparedStatement newer;
    private long last;

    /// <exception cref="SqliteException">The schema is not this program's.</exception>
    public PendingCounts(SqliteConnection connection)
    {
        oldest = new PreparedStatement(connection, "SELECT min(entry) FROM pending_counts");
        newer = new PreparedStatement(connection, "SELECT entry, additions FROM pending_counts WHERE entry > ?1 ORDER BY entry");
    }

    /// <summary>Takes over what was added, and drops what was folded, up to the state that the connection's transaction sees.</summary>
    /// <exception cref="SqliteException">It could not be read.</exception>
    public void Update()
    {
        long first = oldest.RunForInteger() ?? long.MaxValue;
        while (entries.TryPeek(out var entry) && entry.Entry < first)
            Count(entries.Dequeue().Additions, -1);
        newer.Bind(1, last);
        while (newer.Step())
        {
            last = newer.Integer(0);
            KeyValuePair<CountAddition, int>[] additions = CountAddition.Decode(newer.Bytes(1));
            Count(additions, 1);
            entries.Enqueue((last, additions));
        }

        newer.Reset();
    }

    /// <summary>How many of a member's messages are pending.</summary>
    public long OfMember(long guild, long author) => members.GetValueOrDefault((guild, author));

    /// <summary>How many of a guild's messages with that disposition are pending.</summary>
    public long OfGuild(long guild, Disposition disposition) => entries
        .SelectMany(entry => entry.Additions)
        .Where(addition => addition.Key.Guild == guild && addition.Key.Disposition == disposition)
        .Sum(addition => (long)addition.Value);

    public void Dispose()
    {
        oldest.Dispose();
        newer.Dispose();
    }

    private void Count(KeyValuePair<CountAddition, int>[] additions, int sign)
    {
        foreach ((CountAddition addition, int messages) in additions)
        {
            var key = (addition.Guild, addition.Author);
            ref long judged = ref CollectionsMarshal.GetValueRefOrAddDefault(members, key, out _);
            judged += sign * messages;
            if (judged == 0)
                members.Remove(key);
        }
    }
}
