using Discord;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using Permissions = ModBot.Core.Platform.GuildPermissions;

namespace ModBot.DiscordNet.Rest;

/// <summary>Timeouts, kicks, bans, roles and nicknames.</summary>
internal sealed class NetMembers(ClientSource source, GuildDirectory guilds, BotAccount account, PermissionCheck permissions, PermissionProbe probe, TimeProvider time)
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
        RequestOptions options = Calls.Options(cancellationToken, reason);
        return ProbeAsync(
            guild,
            Permissions.ModerateMembers,
            permissions.AgainstMember(guild, user),
            () => OnMemberAsync(guild, user, member => end is { } limit ? member.ModifyAsync(change => change.TimedOutUntil = limit, options) : member.RemoveTimeOutAsync(options), cancellationToken),
            cancellationToken);
    }

    public Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) => ProbeAsync(
        guild,
        Permissions.KickMembers,
        permissions.AgainstMember(guild, user),
        async () =>
        {
            // The reason goes with the options: as a parameter it would be sent twice.
            ActionOutcome outcome = await OnMemberAsync(guild, user, member => member.KickAsync(reason: null, Calls.Options(cancellationToken, reason)), cancellationToken);
            return outcome.Kind == OutcomeKind.NotFound ? ActionOutcome.Done : outcome;
        },
        cancellationToken);

    public Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken)
    {
        double seconds = Math.Clamp(deleteMessages.TotalSeconds, 0, LongestDeletion.TotalSeconds);
        return ProbeAsync(
            guild,
            Permissions.BanMembers,
            permissions.AgainstMember(guild, user),
            () => OnGuildAsync(guild, found => found.BanUserAsync(user.Value, (uint)seconds, Calls.Options(cancellationToken, reason)), 0, cancellationToken),
            cancellationToken);
    }

    public Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) => ProbeAsync(
        guild,
        Permissions.BanMembers,
        never: null,
        () => OnGuildAsync(guild, found => found.RemoveBanAsync(user.Value, Calls.Options(cancellationToken, reason)), UnknownBan, cancellationToken),
        cancellationToken);

    public Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) => ProbeAsync(
        guild,
        Permissions.ManageRoles,
        permissions.ForRole(guild, role),
        () => Calls.TryAsync(() => source.Client.Rest.AddRoleAsync(guild.Value, user.Value, role.Value, Calls.Options(cancellationToken, reason)), cancellationToken),
        cancellationToken);

    public Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) => ProbeAsync(
        guild,
        Permissions.ManageRoles,
        permissions.ForRole(guild, role),
        () => Calls.TryAsync(() => source.Client.Rest.RemoveRoleAsync(guild.Value, user.Value, role.Value, Calls.Options(cancellationToken, reason)), cancellationToken),
        cancellationToken);

    public Task<ActionOutcome> SetNicknameAsync(Snowflake guild, Snowflake user, string? nickname, string reason, CancellationToken cancellationToken) => ProbeAsync(
        guild,
        Permissions.ManageNicknames,
        permissions.AgainstMember(guild, user),
        () => OnMemberAsync(guild, user, member => member.ModifyAsync(change => change.Nickname = nickname ?? "", Calls.Options(cancellationToken, reason)), cancellationToken),
        cancellationToken);

    public async Task<(ActionOutcome Outcome, GuildMember? Member)> ReadAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken)
    {
        try
        {
            if (await source.Client.Rest.GetGuildUserAsync(guild.Value, user.Value, Calls.Options(cancellationToken)) is not { } member)
                return (new ActionOutcome(OutcomeKind.NotFound, $"Discord does not know it: no such member ({UnknownMember})."), null);
            if (guilds.Find(guild.Value) is not { BotRoles: { } own, Roles.Length: > 0 } state)
                return (new ActionOutcome(OutcomeKind.Unavailable, "The server's roles are not known yet."), null);
            Snowflake[] roles = [.. member.RoleIds.Where(id => id != guild.Value).Select(id => new Snowflake(id))];
            string? avatar = member.GuildAvatarId is null ? member.GetAvatarUrl(ImageFormat.Png) : member.GetGuildAvatarUrl(ImageFormat.Png);
            return (ActionOutcome.Done, new GuildMember
            {
                Id = user,
                Nickname = member.Nickname,
                RoleIds = roles,
                Permissions = PermissionMath.InGuild(state, user.Value, roles),
                IsBot = member.IsBot,
                IsOwner = state.OwnerId == user.Value,
                IsSelf = account.UserId == user,
                IsBelowBot = PermissionMath.IsAbove(PermissionMath.Highest(state, account.UserId.Value, own), PermissionMath.Highest(state, user.Value, roles)),
                TimedOutUntil = member.TimedOutUntil,
                Avatar = avatar is null ? null : new Uri(avatar),
            });
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return (Calls.Outcome(fault), null);
        }
    }

    /// <param name="guild">Where.</param>
    /// <param name="needed">What the bot must be allowed to do there.</param>
    /// <param name="never">Why this target is out of reach whatever the permissions; null where it is not.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private async Task<ActionOutcome> ProbeAsync(Snowflake guild, Permissions needed, ActionOutcome? never, Func<Task<ActionOutcome>> call, CancellationToken cancellationToken) =>
        never is { } refusal ? refusal : await probe.RunAsync($"{needed}:{guild.Value}", permissions.InGuild(guild, needed), call, cancellationToken);

    private async Task<ActionOutcome> OnMemberAsync(Snowflake guild, Snowflake user, Func<IGuildUser, Task> call, CancellationToken cancellationToken)
    {
        try
        {
            IGuildUser? member = source.Client.GetGuild(guild.Value)?.GetUser(user.Value)
                ?? (IGuildUser?)await source.Client.Rest.GetGuildUserAsync(guild.Value, user.Value, Calls.Options(cancellationToken));
            if (member is null)
                return new ActionOutcome(OutcomeKind.NotFound, $"Discord does not know it: no such member ({UnknownMember}).");
            await call(member);
            return ActionOutcome.Done;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return Calls.Outcome(fault);
        }
    }

    /// <param name="guild">The guild; asked for over REST where Discord.Net does not hold it.</param>
    /// <param name="call">The call.</param>
    /// <param name="goneCode">The code of a 404 that says it is done already.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<ActionOutcome> OnGuildAsync(Snowflake guild, Func<IGuild, Task> call, int goneCode, CancellationToken cancellationToken)
    {
        try
        {
            IGuild? found = source.Client.GetGuild(guild.Value)
                ?? (IGuild?)await source.Client.Rest.GetGuildAsync(guild.Value, Calls.Options(cancellationToken));
            if (found is null)
                return new ActionOutcome(OutcomeKind.NotFound, "Discord does not know it: no such server.");
            await call(found);
            return ActionOutcome.Done;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            ActionOutcome outcome = Calls.Outcome(fault);
            return goneCode != 0 && outcome.Kind == OutcomeKind.NotFound && Calls.CodeOf(fault) == goneCode ? ActionOutcome.Done : outcome;
        }
    }
}
