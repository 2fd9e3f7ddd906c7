using System.Data.Common;
using Microsoft.Data.Sqlite;
using ModBot.Storage.Engines;
using SQLitePCL;

namespace ModBot.Storage.Sqlite;

/// <summary>The writer's connection with what is compiled for it. Used by one thread at a time.</summary>
internal sealed class SqliteWriterSession : WritingSession, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly JudgementTally tally;
    private readonly PreparedStatement begin;
    private readonly PreparedStatement commit;
    private readonly PreparedStatement rollback;

    /// <summary>Takes over the connection.</summary>
    /// <exception cref="SqliteException">The schema is not this program's.</exception>
    public SqliteWriterSession(SqliteConnection connection)
    {
        this.connection = connection;
        tally = new JudgementTally(connection);
        Counters = new CounterFold(connection);
        Judgements = new JudgementRecorder(connection, tally);
        begin = new PreparedStatement(connection, "BEGIN IMMEDIATE");
        commit = new PreparedStatement(connection, "COMMIT");
        rollback = new PreparedStatement(connection, "ROLLBACK");
    }

    /// <summary>For what is not written often enough to be compiled once.</summary>
    public override DbConnection Connection => connection;

    /// <inheritdoc/>
    public override string Among(string parameter) => SqliteConnections.Among(parameter);

    public JudgementRecorder Judgements { get; }

    public CounterFold Counters { get; }

    /// <summary>Nothing to do: there is one writer, and its transaction keeps other processes out.</summary>
    public override void Serialize(string subject, long key)
    {
    }

    /// <summary>Does all the work in one transaction: all of it is stored when this returns, none when it throws.</summary>
    /// <exception cref="SqliteException">Nothing was stored.</exception>
    public void RunGroup(IReadOnlyList<SqliteWrite> group)
    {
        try
        {
            begin.Run();
            foreach (SqliteWrite write in group)
                write.Execute(this);
            Counters.Note(tally.Flush());
            commit.Run();
        }
        catch
        {
            tally.Clear();
            Counters.Forget();
            // Some faults (a full disk) have ended the transaction already.
            if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
                rollback.Run();
            throw;
        }
    }

    public void Dispose()
    {
        Judgements.Dispose();
        tally.Dispose();
        Counters.Dispose();
        begin.Dispose();
        commit.Dispose();
        rollback.Dispose();
        connection.Dispose();
    }
}
