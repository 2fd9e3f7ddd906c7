using System.Data.Common;
using Dapper;
using ModBot.Core.Messages;

namespace ModBot.Storage.Search;

/// <summary>
/// Numbers rise with time, so a span of time is one of numbers. Processes may store cases in another order than they opened
/// them, by moments: the bounds are a little wide, and the times themselves are still to be compared.
/// </summary>
internal static class CaseNumbers
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>No case opened at that moment or later has a smaller number.</summary>
    public static long LowestFrom(DbConnection connection, Snowflake guild, DateTimeOffset from) =>
        Find(connection, guild, from - Slack, "opened_at >= @At ORDER BY opened_at, number") ?? long.MaxValue;

    /// <summary>No case opened before that moment has a greater number.</summary>
    public static long HighestBefore(DbConnection connection, Snowflake guild, DateTimeOffset to) =>
        Find(connection, guild, to + Slack, "opened_at < @At ORDER BY opened_at DESC, number DESC") ?? 0;

    private static long? Find(DbConnection connection, Snowflake guild, DateTimeOffset at, string condition) => connection.QuerySingleOrDefault<long?>(
        $"SELECT number FROM cases WHERE guild_id = @Guild AND {condition} LIMIT 1", new { Guild = StoredValue.Of(guild), At = StoredValue.Of(at) });
}
