using System.Data.Common;
using Microsoft.Data.Sqlite;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;
using SQLitePCL;

namespace ModBot.Storage.Sqlite;

/// <summary>A reading connection with what is asked for every message compiled for it. Used by one caller at a time.</summary>
internal sealed class SqliteReaderSession : ReadingSession, IDisposable
{
    private readonly SqliteConnection connection;
    private readonly PreparedStatement isJudged;
    private readonly PreparedStatement findJudgement;
    private readonly PreparedStatement countJudged;
    private readonly PreparedStatement countByDisposition;
    private readonly PreparedStatement begin;
    private readonly PreparedStatement commit;
    private readonly PendingCounts pending;

    /// <summary>Takes over the connection.</summary>
    /// <exception cref="SqliteException">The schema is not this program's.</exception>
    public SqliteReaderSession(SqliteConnection connection)
    {
        this.connection = connection;
        isJudged = new PreparedStatement(connection, "SELECT 1 FROM judgements WHERE message_id = ?1 AND guild_id = ?2 AND revision = ?3");
        findJudgement = new PreparedStatement(connection, """
            SELECT revision, channel_id, author_id, disposition, categories, spam, rule, judged_at, case_number FROM judgements
            WHERE message_id = ?1 AND guild_id = ?2 ORDER BY sequence DESC LIMIT 1
            """);
        countJudged = new PreparedStatement(connection, "SELECT judged FROM members WHERE guild_id = ?1 AND author_id = ?2");
        countByDisposition = new PreparedStatement(connection, "SELECT logged, flagged, deleted FROM guilds WHERE guild_id = ?1");
        begin = new PreparedStatement(connection, "BEGIN");
        commit = new PreparedStatement(connection, "COMMIT");
        pending = new PendingCounts(connection);
    }

    public override DbConnection Connection => connection;

    /// <inheritdoc/>
    public override string Among(string parameter) => SqliteConnections.Among(parameter);

    /// <exception cref="SqliteException">It could not be read.</exception>
    public bool IsJudged(MessageKey key) =>
        isJudged.Bind(1, StoredValue.Of(key.MessageId)).Bind(2, StoredValue.Of(key.GuildId)).Bind(3, StoredValue.Of(key.Revision)).RunForInteger() is not null;

    /// <exception cref="SqliteException">It could not be read.</exception>
    public int CountJudged(Snowflake guild, Snowflake author) => Snapshot(() =>
    {
        (long guildId, long authorId) = (StoredValue.Of(guild), StoredValue.Of(author));
        pending.Update();
        long folded = countJudged.Bind(1, guildId).Bind(2, authorId).RunForInteger() ?? 0;
        return (int)Math.Min(int.MaxValue, folded + pending.OfMember(guildId, authorId));
    });

    /// <summary>How many messages of a guild were judged, by disposition.</summary>
    /// <exception cref="SqliteException">It could not be read.</exception>
    public IReadOnlyDictionary<Disposition, long> CountByDisposition(Snowflake guild) => Snapshot(() =>
    {
        long id = StoredValue.Of(guild);
        pending.Update();
        bool known = countByDisposition.Bind(1, id).Step();
        Disposition[] dispositions = [Disposition.Log, Disposition.Flag, Disposition.Delete];
        var counts = dispositions.ToDictionary(
            disposition => disposition,
            disposition => (known ? countByDisposition.Integer((int)disposition) : 0) + pending.OfGuild(id, disposition));
        countByDisposition.Reset();
        return counts;
    });

    /// <exception cref="SqliteException">It could not be read.</exception>
    public JudgementSummary? FindJudgement(Snowflake guild, Snowflake message)
    {
        PreparedStatement row = findJudgement.Bind(1, StoredValue.Of(message)).Bind(2, StoredValue.Of(guild));
        if (!row.Step())
        {
            row.Reset();
            return null;
        }

        JudgementSummary summary = new JudgementRow
        {
            Revision = row.Text(0),
            ChannelId = row.Integer(1),
            AuthorId = row.Integer(2),
            Disposition = row.Integer(3),
            Categories = row.Integer(4),
            Spam = row.IsNull(5) ? null : row.Number(5),
            Rule = row.Text(6),
            JudgedAt = row.Integer(7),
            CaseNumber = row.IsNull(8) ? null : row.Integer(8),
        }.ToSummary(guild, message);
        row.Reset();
        return summary;
    }

    /// <inheritdoc/>
    /// <exception cref="SqliteException">It could not be read.</exception>
    public override TResult Snapshot<TResult>(Func<TResult> read)
    {
        begin.Run();
        try
        {
            return read();
        }
        finally
        {
            if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
                commit.Run();
        }
    }

    public void Dispose()
    {
        isJudged.Dispose();
        findJudgement.Dispose();
        countJudged.Dispose();
        countByDisposition.Dispose();
        begin.Dispose();
        commit.Dispose();
        pending.Dispose();
        connection.Dispose();
    }
}
