using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>Timeouts, kicks, bans and roles.</summary>
internal sealed class MemberCalls(RestClient rest, PermissionCheck permissions, TimeProvider time)
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(28);
    private static readonly TimeSpan LongestDeletion = TimeSpan.FromDays(7);

    /// <summary>The way there takes a moment: exactly 28 days would arrive as too long.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    public async Task<ActionOutcome> TimeoutAsync(Snowflake guild, Snowflake user, DateTimeOffset? until, string reason, CancellationToken cancellationToken)
    {
        if (permissions.AgainstMember(guild, user, GuildPermissions.ModerateMembers) is { } refusal)
            return refusal;
        DateTimeOffset latest = time.GetUtcNow() + LongestTimeout - Margin;
        DateTimeOffset? end = until > latest ? latest : until?.ToUniversalTime();
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new TimeoutBody(end), WireJson.Default.TimeoutBody);
        return (await rest.SendAsync(RestRequest.Patch(RestRoute.Member(guild, user), body, reason), cancellationToken)).ToOutcome();
    }

    public async Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken)
    {
        if (permissions.AgainstMember(guild, user, GuildPermissions.KickMembers) is { } refusal)
            return refusal;
        return GoneIsDone(await rest.SendAsync(RestRequest.Delete(RestRoute.Member(guild, user), reason), cancellationToken), 10007);
    }

    public async Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken)
    {
        if (permissions.AgainstMember(guild, user, GuildPermissions.BanMembers) is { } refusal)
            return refusal;
        double seconds = Math.Clamp(deleteMessages.TotalSeconds, 0, LongestDeletion.TotalSeconds);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new BanBody((int)seconds), WireJson.Default.BanBody);
        return (await rest.SendAsync(RestRequest.Put(RestRoute.Ban(guild, user), body, reason), cancellationToken)).ToOutcome();
    }

    public async Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken)
    {
        if (permissions.InGuild(guild, GuildPermissions.BanMembers) is { } refusal)
            return refusal;
        return GoneIsDone(await rest.SendAsync(RestRequest.Delete(RestRoute.Ban(guild, user), reason), cancellationToken), 10026);
    }

    public async Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken)
    {
        if (permissions.ForRole(guild, role) is { } refusal)
            return refusal;
        return (await rest.SendAsync(RestRequest.Put(RestRoute.MemberRole(guild, user, role), body: null, reason), cancellationToken)).ToOutcome();
    }

    public async Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken)
    {
        if (permissions.ForRole(guild, role) is { } refusal)
            return refusal;
        return (await rest.SendAsync(RestRequest.Delete(RestRoute.MemberRole(guild, user, role), reason), cancellationToken)).ToOutcome();
    }

    private static ActionOutcome GoneIsDone(RestReply reply, int code) =>
        reply.Status == 404 && (reply.Code == code || reply.Code == 0) ? ActionOutcome.Done : reply.ToOutcome();
}
