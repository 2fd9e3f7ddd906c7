using System.Data.Common;
using Dapper;
using ModBot.Storage.Engines;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>A write's transaction, which it has for itself.</summary>
internal sealed class PostgreSqlWritingSession(NpgsqlConnection connection) : WritingSession
{
    public override DbConnection Connection => connection;

    public override string Among(string parameter) => PostgreSqlReadingSession.Lists(parameter);

    /// <exception cref="NpgsqlException">The lock could not be taken.</exception>
    public override void Serialize(string subject, long key) =>
        connection.Execute("SELECT pg_advisory_xact_lock(@Key)", new { Key = AdvisoryLock.KeyOf(subject, key) });
}
