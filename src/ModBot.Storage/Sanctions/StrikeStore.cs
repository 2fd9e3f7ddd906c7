using System.Data.Common;
using Dapper;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sanctions;

/// <summary>Strikes, one row for each time that points were given.</summary>
internal sealed class StrikeStore(IDatabase database) : IStrikeStore
{
    public Task<IReadOnlyList<StrikeEntry>> AddAsync(StrikeEntry entry, CancellationToken cancellationToken)
    {
        string reason = StoredValue.Of(entry.Reason);
        var parameters = new
        {
            Guild = StoredValue.Of(entry.GuildId),
            Member = StoredValue.Of(entry.MemberId),
            entry.Points,
            At = StoredValue.Of(entry.At),
            Case = entry.CaseNumber,
            Action = entry.ActionId,
            Moderator = entry.ModeratorId is { } moderator ? StoredValue.Of(moderator) : (long?)null,
            Reason = reason.Length <= StrikeEntry.MaximumReason ? reason : reason[..StrikeEntry.MaximumReason],
        };
        return database.WriteAsync(
            session =>
            {
                session.Connection.Execute(
                    """
                    INSERT INTO strikes (guild_id, member_id, points, given_at, case_number, action_id, moderator_id, reason)
                    VALUES (@Guild, @Member, @Points, @At, @Case, @Action, @Moderator, @Reason)
                    ON CONFLICT (action_id) DO NOTHING
                    """,
                    parameters);
                return (IReadOnlyList<StrikeEntry>)List(session.Connection, entry.GuildId, entry.MemberId);
            },
            cancellationToken);
    }

    public async Task<int> RefundAsync(Snowflake guild, long actionId, CancellationToken cancellationToken) => (int)(await database.WriteAsync(
        session => session.Connection.QuerySingleOrDefault<long?>(
            "UPDATE strikes SET refunded = 1 WHERE guild_id = @Guild AND action_id = @Action AND refunded = 0 RETURNING points",
            new { Guild = StoredValue.Of(guild), Action = actionId }),
        cancellationToken) ?? 0);

    public Task<IReadOnlyList<StrikeEntry>> ListAsync(Snowflake guild, Snowflake member, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StrikeEntry>>(session => List(session.Connection, guild, member), cancellationToken);

    private static StrikeEntry[] List(DbConnection connection, Snowflake guild, Snowflake member)
    {
        StrikeEntry[] newestFirst =
        [
            .. connection.Query<StrikeRow>(
                """
                SELECT strike_id AS StrikeId, points AS Points, given_at AS GivenAt, case_number AS CaseNumber, action_id AS ActionId,
                    moderator_id AS ModeratorId, reason AS Reason, refunded AS Refunded
                FROM strikes WHERE guild_id = @Guild AND member_id = @Member ORDER BY given_at DESC, strike_id DESC LIMIT @Limit
                """,
                new { Guild = StoredValue.Of(guild), Member = StoredValue.Of(member), Limit = IStrikeStore.MaximumEntries }).Select(row => row.ToEntry(guild, member)),
        ];
        Array.Reverse(newestFirst);
        return newestFirst;
    }
}
