using System.Data;
using System.Data.Common;
using ModBot.Storage.Engines;
using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>A connection to read on.</summary>
internal sealed class PostgreSqlReadingSession(NpgsqlConnection connection) : ReadingSession
{
    public override DbConnection Connection => connection;

    public override string Among(string parameter) => Lists(parameter);

    /// <summary>Lists go to the server as arrays.</summary>
    public static string Lists(string parameter) => $"= ANY(@{parameter})";

    /// <exception cref="NpgsqlException">It could not be read.</exception>
    public override TResult Snapshot<TResult>(Func<TResult> read)
    {
        using NpgsqlTransaction transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        TResult result = read();
        transaction.Commit();
        return result;
    }
}
