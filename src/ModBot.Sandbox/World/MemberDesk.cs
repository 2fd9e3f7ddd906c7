using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.World;

/// <summary>Members: join, leave, edit, time out, kick, ban. Called under the world's gate.</summary>
internal sealed class MemberDesk(WorldState world, MessageBoard board)
{
    public static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(28);

    /// <summary>Adds a member; somebody who is in already stays as they are.</summary>
    public MemberState Join(GuildState guild, Snowflake userId, DateTimeOffset? joinedAt = null, IEnumerable<Snowflake>? roles = null)
    {
        if (guild.Members.TryGetValue(userId, out MemberState? present))
            return present;
        if (guild.Bans.ContainsKey(userId))
            throw ApiErrors.UserBanned();
        var member = new MemberState { UserId = userId, JoinedAt = joinedAt ?? world.Now, Roles = [.. roles ?? []] };
        guild.Members.Add(userId, member);
        world.Publish(new WorldEvent("GUILD_MEMBER_ADD", GuildJson.MemberEvent(world, guild, member)) { GuildId = guild.Id, Intents = GatewayIntents.GuildMembers });
        return member;
    }

    public void Leave(GuildState guild, Snowflake userId)
    {
        if (!guild.Members.Remove(userId))
            throw ApiErrors.UnknownMember();
        world.Publish(new WorldEvent("GUILD_MEMBER_REMOVE", GuildJson.UserEvent(guild, world.Users[userId])) { GuildId = guild.Id, Intents = GatewayIntents.GuildMembers });
    }

    public void Kick(GuildState guild, Snowflake userId, Snowflake actorId, string? reason)
    {
        RequireAbove(guild, actorId, userId, PermissionBits.KickMembers);
        Leave(guild, userId);
        AuditLog.Write(world, guild, AuditAction.MemberKick, actorId, userId, reason);
    }

    /// <summary>Bans, removes from the guild and deletes what the user wrote in the last so many seconds.</summary>
    public void Ban(GuildState guild, Snowflake userId, Snowflake actorId, int deleteSeconds, string? reason)
    {
        Require(guild, actorId, PermissionBits.BanMembers);
        if (guild.Members.ContainsKey(userId) && !PermissionCalculator.Outranks(guild, actorId, userId))
            throw ApiErrors.MissingPermissions();
        if (guild.Bans.ContainsKey(userId))
            return;
        guild.Bans.Add(userId, new BanState { UserId = userId, Reason = reason });
        UserState user = world.Users.GetValueOrDefault(userId) ?? GuildJson.Unseen(userId);
        world.Publish(new WorldEvent("GUILD_BAN_ADD", GuildJson.UserEvent(guild, user))
        {
            GuildId = guild.Id,
            Intents = GatewayIntents.GuildModeration,
            AnyPermission = PermissionBits.BanMembers | PermissionBits.ViewAuditLog,
        });
        if (guild.Members.ContainsKey(userId))
            Leave(guild, userId);
        AuditLog.Write(world, guild, AuditAction.MemberBan, actorId, userId, reason);
        if (deleteSeconds > 0)
            DeleteRecent(guild, userId, actorId, world.Now.AddSeconds(-deleteSeconds), reason);
    }

    public void Unban(GuildState guild, Snowflake userId, Snowflake actorId, string? reason)
    {
        Require(guild, actorId, PermissionBits.BanMembers);
        if (!guild.Bans.Remove(userId))
            throw ApiErrors.UnknownBan();
        UserState user = world.Users.GetValueOrDefault(userId) ?? GuildJson.Unseen(userId);
        world.Publish(new WorldEvent("GUILD_BAN_REMOVE", GuildJson.UserEvent(guild, user))
        {
            GuildId = guild.Id,
            Intents = GatewayIntents.GuildModeration,
            AnyPermission = PermissionBits.BanMembers | PermissionBits.ViewAuditLog,
        });
        AuditLog.Write(world, guild, AuditAction.MemberUnban, actorId, userId, reason);
    }

    /// <summary>PATCH of a member: only the keys that the body has.</summary>
    public MemberState Edit(GuildState guild, Snowflake userId, Snowflake actorId, Form form, string? reason)
    {
        MemberState member = guild.Members.GetValueOrDefault(userId) ?? throw ApiErrors.UnknownMember();
        string? nick = form.Text("nick", max: 32);
        IReadOnlyList<Snowflake>? roles = form.Ids("roles", max: 250);
        DateTimeOffset? until = form.Time("communication_disabled_until");
        bool? mute = form.Bool("mute"), deaf = form.Bool("deaf");
        int? flags = form.Int("flags", 0);
        if (until > world.Now + MaxTimeout)
            form.Errors.Add("communication_disabled_until", "INVALID_COMMUNICATION_DISABLED_TIMESTAMP", "Communication disabled timestamp must be 28 days or less in the future");
        form.Errors.ThrowIfAny();
        var changes = new JsonArray();
        if (form.Has("nick"))
            EditNick(guild, member, actorId, nick, changes);
        if (form.Has("communication_disabled_until"))
            TimeOut(guild, member, actorId, until, changes);
        if (mute is not null || deaf is not null)
        {
            Require(guild, actorId, (mute is null ? PermissionBits.None : PermissionBits.MuteMembers) | (deaf is null ? PermissionBits.None : PermissionBits.DeafenMembers));
            member.Mute = mute ?? member.Mute;
            member.Deaf = deaf ?? member.Deaf;
        }

        if (flags is { } bits)
        {
            RequireAbove(guild, actorId, userId, PermissionBits.ModerateMembers);
            member.Flags = (member.Flags & ~4) | (bits & 4);
        }

        if (roles is not null)
            SetRoles(guild, member, actorId, [.. roles.Distinct()], reason);
        if (changes.Count > 0)
            AuditLog.Write(world, guild, AuditAction.MemberUpdate, actorId, userId, reason, changes);
        TellUpdated(guild, member);
        return member;
    }

    public void ChangeRole(GuildState guild, Snowflake userId, Snowflake roleId, bool grant, Snowflake actorId, string? reason)
    {
        MemberState member = guild.Members.GetValueOrDefault(userId) ?? throw ApiErrors.UnknownMember();
        RoleState role = guild.Roles.GetValueOrDefault(roleId) ?? throw ApiErrors.UnknownRole();
        RequireRole(guild, actorId, role);
        if (member.Roles.Contains(roleId) == grant)
            return;
        if (grant)
            member.Roles.Add(roleId);
        else
            member.Roles.Remove(roleId);
        AuditLog.Write(world, guild, AuditAction.MemberRoleUpdate, actorId, userId, reason, [RoleChange(role, grant)]);
        TellUpdated(guild, member);
    }

    public void TellUpdated(GuildState guild, MemberState member) =>
        world.Publish(new WorldEvent("GUILD_MEMBER_UPDATE", GuildJson.MemberEvent(world, guild, member))
        {
            GuildId = guild.Id,
            Intents = member.UserId == world.BotId ? GatewayIntents.None : GatewayIntents.GuildMembers,
        });

    public void RequireAbove(GuildState guild, Snowflake actorId, Snowflake targetId, PermissionBits needed)
    {
        Require(guild, actorId, needed);
        if (!guild.Members.ContainsKey(targetId))
            throw ApiErrors.UnknownMember();
        if (!PermissionCalculator.Outranks(guild, actorId, targetId))
            throw ApiErrors.MissingPermissions();
    }

    private void EditNick(GuildState guild, MemberState member, Snowflake actorId, string? nick, JsonArray changes)
    {
        if (member.UserId == actorId)
            Require(guild, actorId, PermissionBits.ChangeNickname);
        else
            RequireAbove(guild, actorId, member.UserId, PermissionBits.ManageNicknames);
        string? next = string.IsNullOrWhiteSpace(nick) ? null : nick.Trim();
        if (next != member.Nick)
            changes.Add(AuditLog.Change("nick", member.Nick, next));
        member.Nick = next;
    }

    private void TimeOut(GuildState guild, MemberState member, Snowflake actorId, DateTimeOffset? until, JsonArray changes)
    {
        RequireAbove(guild, actorId, member.UserId, PermissionBits.ModerateMembers);
        if (PermissionCalculator.InGuild(guild, member.UserId, world.Now).HasFlag(PermissionBits.Administrator))
            throw ApiErrors.MissingPermissions();
        changes.Add(AuditLog.Change("communication_disabled_until", JsonText.Time(member.TimedOutUntil), JsonText.Time(until)));
        member.TimedOutUntil = until;
    }

    private void SetRoles(GuildState guild, MemberState member, Snowflake actorId, List<Snowflake> wanted, string? reason)
    {
        var changes = new JsonArray();
        foreach (Snowflake id in wanted.Except(member.Roles).Concat(member.Roles.Except(wanted)).ToArray())
        {
            RoleState role = guild.Roles.GetValueOrDefault(id) ?? throw ApiErrors.UnknownRole();
            RequireRole(guild, actorId, role);
            changes.Add(RoleChange(role, wanted.Contains(id)));
        }

        member.Roles = wanted;
        if (changes.Count > 0)
            AuditLog.Write(world, guild, AuditAction.MemberRoleUpdate, actorId, member.UserId, reason, changes);
    }

    private void RequireRole(GuildState guild, Snowflake actorId, RoleState role)
    {
        Require(guild, actorId, PermissionBits.ManageRoles);
        if (role.Id == guild.Id || role.Managed)
            throw ApiErrors.InvalidRole();
        if (!PermissionCalculator.Outranks(guild, actorId, role))
            throw ApiErrors.MissingPermissions();
    }

    private void Require(GuildState guild, Snowflake actorId, PermissionBits needed)
    {
        if (!PermissionCalculator.InGuild(guild, actorId, world.Now).HasFlag(needed))
            throw ApiErrors.MissingPermissions();
    }

    private static JsonObject RoleChange(RoleState role, bool granted) =>
        AuditLog.Change(granted ? "$add" : "$remove", null, new JsonArray(new JsonObject { ["id"] = role.Id.ToString(), ["name"] = role.Name }));

    private void DeleteRecent(GuildState guild, Snowflake userId, Snowflake actorId, DateTimeOffset since, string? reason)
    {
        foreach (ChannelState channel in guild.Channels.Values)
        {
            foreach (MessageState message in channel.Messages.Where(m => m.AuthorId == userId && m.Timestamp >= since).ToArray())
                board.Remove(channel, message, actorId, reason);
        }
    }
}
