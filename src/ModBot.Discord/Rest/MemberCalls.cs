using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Rest;

/// <summary>Timeouts, kicks, bans, roles and nicknames.</summary>
internal sealed class MemberCalls(RestClient rest, GuildDirectory guilds, BotAccount account, PermissionCheck permissions, PermissionProbe probe, TimeProvider time)
{
    private const int UnknownMember = 10007;
    private const int UnknownBan = 10026;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(28);
    private static readonly TimeSpan LongestDeletion = TimeSpan.FromDays(7);

    /// <summary>The way there takes a moment: exactly 28 days would arrive as too long.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    public Task<ActionOutcome> TimeoutAsync(Snowflake guild, Snowflake user, DateTimeOffset? until, string reason, CancellationToken cancellationToken)
    {
        DateTimeOffset latest = time.GetUtcNow() + LongestTimeout - Margin;
        DateTimeOffset? end = until > latest ? latest : until?.ToUniversalTime();
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new TimeoutBody(end), WireJson.Default.TimeoutBody);
        return CallAsync(guild, GuildPermissions.ModerateMembers, permissions.AgainstMember(guild, user), RestRequest.Patch(RestRoute.Member(guild, user), body, reason), 0, cancellationToken);
    }

    public Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) =>
        CallAsync(guild, GuildPermissions.KickMembers, permissions.AgainstMember(guild, user), RestRequest.Delete(RestRoute.Member(guild, user), reason), UnknownMember, cancellationToken);

    public Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken)
    {
        double seconds = Math.Clamp(deleteMessages.TotalSeconds, 0, LongestDeletion.TotalSeconds);
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new BanBody((int)seconds), WireJson.Default.BanBody);
        return CallAsync(guild, GuildPermissions.BanMembers, permissions.AgainstMember(guild, user), RestRequest.Put(RestRoute.Ban(guild, user), body, reason), 0, cancellationToken);
    }

    public Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) =>
        CallAsync(guild, GuildPermissions.BanMembers, never: null, RestRequest.Delete(RestRoute.Ban(guild, user), reason), UnknownBan, cancellationToken);

    public Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        CallAsync(guild, GuildPermissions.ManageRoles, permissions.ForRole(guild, role), RestRequest.Put(RestRoute.MemberRole(guild, user, role), body: null, reason), 0, cancellationToken);

    public Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        CallAsync(guild, GuildPermissions.ManageRoles, permissions.ForRole(guild, role), RestRequest.Delete(RestRoute.MemberRole(guild, user, role), reason), 0, cancellationToken);

    public Task<ActionOutcome> SetNicknameAsync(Snowflake guild, Snowflake user, string? nickname, string reason, CancellationToken cancellationToken)
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new NicknameBody(string.IsNullOrEmpty(nickname) ? null : nickname), WireJson.Default.NicknameBody);
        return CallAsync(guild, GuildPermissions.ManageNicknames, permissions.AgainstMember(guild, user), RestRequest.Patch(RestRoute.Member(guild, user), body, reason), 0, cancellationToken);
    }

    public async Task<(ActionOutcome Outcome, GuildMember? Member)> ReadAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        RestReply reply = await rest.SendAsync(RestRequest.Get(RestRoute.Member(guild, user)), cancellationToken);
        if (!reply.IsSuccess)
            return (reply.ToOutcome(), null);
        if (guilds.Find(guild.Value) is not { BotRoles: { } own, Roles.Length: > 0 } state)
            return (new ActionOutcome(OutcomeKind.Unavailable, "The server's roles are not known yet."), null);
        if (ReplyJson.Read(reply.Body, ReplyJson.Default.MemberReply) is not { User: { } found } member)
            return (new ActionOutcome(OutcomeKind.Unavailable, "Discord's answer named no member."), null);
        Snowflake[] roles = member.Roles ?? [];
        return (ActionOutcome.Done, new GuildMember
        {
            Id = user,
            Nickname = member.Nick,
            RoleIds = roles,
            Permissions = PermissionMath.InGuild(state, user.Value, roles),
            IsBot = found.Bot,
            IsOwner = state.OwnerId == user.Value,
            IsSelf = account.UserId == user,
            IsBelowBot = PermissionMath.IsAbove(PermissionMath.Highest(state, account.UserId.Value, own), PermissionMath.Highest(state, user.Value, roles)),
            TimedOutUntil = member.CommunicationDisabledUntil,
            Avatar = member.Avatar is { } ofGuild ? new Uri($"https://cdn.discordapp.com/guilds/{guild}/users/{user}/avatars/{Uri.EscapeDataString(ofGuild)}.png")
                : found.Avatar is { } picture ? new Uri($"https://cdn.discordapp.com/avatars/{user}/{Uri.EscapeDataString(picture)}.png")
                : null,
        });
    }

    /// <param name="guild">Where.</param>
    /// <param name="needed">What the bot must be allowed to do there.</param>
    /// <param name="never">Why this target is out of reach whatever the permissions; null where it is not.</param>
    /// <param name="request">The call.</param>
    /// <param name="gone">The error that says that it is so already; 0 for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<ActionOutcome> CallAsync(Snowflake guild, GuildPermissions needed, ActionOutcome? never, RestRequest request, int gone, CancellationToken cancellationToken)
    {
        if (never is { } refusal)
            return refusal;
        return await probe.RunAsync(
            $"{needed}:{guild.Value}",
            permissions.InGuild(guild, needed),
            async () => GoneIsDone(await rest.SendAsync(request, cancellationToken), gone),
            cancellationToken);
    }

    private static ActionOutcome GoneIsDone(RestReply reply, int code) =>
        code != 0 && reply.Status == 404 && (reply.Code == code || reply.Code == 0) ? ActionOutcome.Done : reply.ToOutcome();
}
