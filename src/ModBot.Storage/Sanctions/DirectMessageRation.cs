using System.Data.Common;
using Dapper;
using ModBot.Core.Members;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Sanctions;

/// <summary>The ration of direct messages: one row for each that was to be sent, for as long as the longest limit looks back.</summary>
internal sealed class DirectMessageRation(IDatabase database) : IDirectMessageRation
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public Task<string?> TakeAsync(DirectMessageRequest request, DirectMessageLimits limits, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Action = request.ActionId,
            Guild = StoredValue.Of(request.GuildId),
            User = StoredValue.Of(request.UserId),
            At = StoredValue.Of(request.At),
            AfterMember = StoredValue.Of(request.At - limits.PerMember),
            AfterRefusal = StoredValue.Of(request.At - limits.AfterRefusal),
            AfterHour = StoredValue.Of(request.At - Hour),
            Forgotten = StoredValue.Of(request.At - Longest(limits)),
        };
        return database.WriteAsync(
            session =>
            {
                // One ration for all guilds: everybody waits for everybody, some hundred times an hour.
                session.Serialize("direct_messages", 0);
                DbConnection connection = session.Connection;
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM direct_messages WHERE action_id = @Action AND refused = 0", parameters) > 0)
                    return null;
                connection.Execute("DELETE FROM direct_messages WHERE sent_at < @Forgotten", parameters);
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM direct_messages WHERE user_id = @User AND refused = 1 AND sent_at > @AfterRefusal", parameters) > 0)
                    return "the member takes no direct messages";
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM direct_messages WHERE user_id = @User AND sent_at > @AfterMember", parameters) > 0)
                    return "the member had a direct message within the hour";
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM direct_messages WHERE sent_at > @AfterHour AND guild_id = @Guild", parameters) >= limits.PerGuild)
                    return $"this server's {limits.PerGuild} direct messages of the hour are used up";
                if (connection.ExecuteScalar<long>("SELECT count(*) FROM direct_messages WHERE sent_at > @AfterHour", parameters) >= limits.InAll)
                    return $"the bot's {limits.InAll} direct messages of the hour are used up";
                connection.Execute("INSERT INTO direct_messages (action_id, guild_id, user_id, sent_at) VALUES (@Action, @Guild, @User, @At) ON CONFLICT (action_id) DO NOTHING", parameters);
                return (string?)null;
            },
            cancellationToken);
    }

    public Task RefuseAsync(Snowflake user, long actionId, CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Connection.Execute(
            "UPDATE direct_messages SET refused = 1 WHERE action_id = @Action AND user_id = @User", new { Action = actionId, User = StoredValue.Of(user) }),
        cancellationToken);

    private static TimeSpan Longest(DirectMessageLimits limits) => new[] { Hour, limits.PerMember, limits.AfterRefusal }.Max();
}
