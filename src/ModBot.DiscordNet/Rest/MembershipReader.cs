using System.Net;
using Discord.Net;
using Discord.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Discord.Rest;

namespace ModBot.DiscordNet.Rest;

/// <summary>Memberships from Discord.Net's cache, else over REST, remembered for ten minutes.</summary>
internal sealed class MembershipReader(ClientSource source, TimeProvider time, ILogger<MembershipReader> logger) : IMemberships
{
    private const int Generation = 2048;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private Dictionary<(Snowflake Guild, Snowflake User), (Membership Membership, long At)> _young = [];
    private Dictionary<(Snowflake Guild, Snowflake User), (Membership Membership, long At)> _old = [];

    public async Task<Membership?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        if (source.Client.GetGuild(guild.Value)?.GetUser(user.Value) is { JoinedAt: not null } cached)
            return Of(cached);
        lock (_lock)
        {
            if ((_young.TryGetValue((guild, user), out (Membership Membership, long At) known) || _old.TryGetValue((guild, user), out known))
                && time.GetElapsedTime(known.At) < Fresh)
            {
                return known.Membership;
            }
        }

        Membership? found = await AskAsync(guild, user, cancellationToken);
        if (found is null)
            return null;
        lock (_lock)
        {
            if (_young.Count >= Generation)
                (_old, _young) = (_young, []);
            _young[(guild, user)] = (found, time.GetTimestamp());
        }

        return found;
    }

    public static Membership Of(SocketGuildUser member) => new(
        [.. member.Roles.Where(role => !role.IsEveryone).Select(role => new Snowflake(role.Id))], member.JoinedAt, member.Nickname);

    private async Task<Membership?> AskAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        try
        {
            RestGuildUser? member = await source.Client.Rest.GetGuildUserAsync(guild.Value, user.Value, Calls.Options(cancellationToken));
            return member is null
                ? Membership.None
                : new Membership([.. member.RoleIds.Where(id => id != guild.Value).Select(id => new Snowflake(id))], member.JoinedAt, member.Nickname);
        }
        catch (HttpException fault) when (fault.HttpCode == HttpStatusCode.NotFound)
        {
            return Membership.None;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            RestLog.MembershipUnknown(logger, guild.Value, user.Value, Calls.Outcome(fault).Detail);
            return null;
        }
    }
}
