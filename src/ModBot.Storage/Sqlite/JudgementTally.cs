using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using ModBot.Core.Cases;
using ModBot.Storage.Counting;

namespace ModBot.Storage.Sqlite;

/// <summary>Adds up a group's judgements in memory and stores what they add to the counters as one row, in the same transaction.</summary>
internal sealed class JudgementTally : IDisposable
{
    private readonly Dictionary<CountAddition, int> additions = [];
    private readonly PreparedStatement addPending;

    /// <exception cref="SqliteException">The schema is not this program's.</exception>
    public JudgementTally(SqliteConnection connection) =>
        addPending = new PreparedStatement(connection, "INSERT INTO pending_counts (additions) VALUES (?1)");

    /// <summary>Counts a new judgement.</summary>
    public void Add(Judgement judgement) => CollectionsMarshal.GetValueRefOrAddDefault(additions, CountAddition.Of(judgement), out _)++;

    /// <summary>Stores what was added up and starts again from nothing.</summary>
    /// <returns>How many additions were stored.</returns>
    /// <exception cref="SqliteException">It could not be stored; the group is to be rolled back.</exception>
    public int Flush()
    {
        int count = additions.Count;
        if (count > 0)
            addPending.Bind(1, CountAddition.Encode(additions)).Run();
        additions.Clear();
        return count;
    }

    /// <summary>Forgets what was added up: its group was rolled back.</summary>
    public void Clear() => additions.Clear();

    public void Dispose() => addPending.Dispose();
}
