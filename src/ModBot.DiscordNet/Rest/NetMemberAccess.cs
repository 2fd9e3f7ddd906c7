using System.Net;
using Discord.Net;
using Discord.Rest;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.State;

namespace ModBot.DiscordNet.Rest;

/// <summary>What a member may do: their roles asked of Discord at every call, what the roles allow from the guild's state.</summary>
internal sealed class NetMemberAccess(ClientSource source, GuildDirectory guilds, TimeProvider time, ILogger<NetMemberAccess> logger) : IMemberAccess
{
    public async Task<MemberAccess?> FindAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        if (guilds.Find(guild.Value) is null)
            return null;
        try
        {
            RestGuildUser? member = await source.Client.Rest.GetGuildUserAsync(guild.Value, user.Value, Calls.Options(cancellationToken));
            if (member is null)
                return MemberAccess.None;
            // Read again: the answer may have taken a while, and roles may have changed meanwhile.
            return guilds.Find(guild.Value) is { } state ? Of(member, state, user) : null;
        }
        catch (HttpException fault) when (fault.HttpCode == HttpStatusCode.NotFound)
        {
            return MemberAccess.None;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            RestLog.MembershipUnknown(logger, guild.Value, user.Value, Calls.Outcome(fault).Detail);
            return null;
        }
    }

    private MemberAccess Of(RestGuildUser member, GuildState guild, Snowflake user)
    {
        GuildPermissions permissions = PermissionMath.InGuild(guild, user.Value, [.. member.RoleIds.Select(id => new Snowflake(id))]);
        bool timedOut = permissions != PermissionMath.All && member.TimedOutUntil > time.GetUtcNow();
        return new MemberAccess(IsMember: true, timedOut ? permissions & MemberAccess.WhileTimedOut : permissions);
    }
}
