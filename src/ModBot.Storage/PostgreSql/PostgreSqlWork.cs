using Npgsql;

namespace ModBot.Storage.PostgreSql;

/// <summary>A piece of work that waits for a thread.</summary>
internal abstract class PostgreSqlWork
{
    public abstract void Run(NpgsqlDataSource source, string location);
}
