using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Permissions;

/// <summary>Discord's permission arithmetic: base permissions, channel overwrites, threads, timeouts, role hierarchy.</summary>
internal static class PermissionCalculator
{
    private const PermissionBits WhileTimedOut = PermissionBits.ViewChannel | PermissionBits.ReadMessageHistory;

    private const PermissionBits NeedsSending = PermissionBits.MentionEveryone | PermissionBits.SendTtsMessages
        | PermissionBits.AttachFiles | PermissionBits.EmbedLinks;

    /// <summary>What the member may do in the guild, before any channel's overwrites. A non-member may do nothing.</summary>
    public static PermissionBits InGuild(GuildState guild, Snowflake userId, DateTimeOffset now)
    {
        if (!guild.Members.TryGetValue(userId, out MemberState? member))
            return PermissionBits.None;
        if (guild.OwnerId == userId)
            return PermissionBits.All;
        PermissionBits sum = guild.Everyone.Permissions;
        foreach (Snowflake roleId in member.Roles)
        {
            if (guild.Roles.TryGetValue(roleId, out RoleState? role))
                sum |= role.Permissions;
        }

        if (sum.HasFlag(PermissionBits.Administrator))
            return PermissionBits.All;
        return member.IsTimedOut(now) ? sum & WhileTimedOut : sum;
    }

    /// <summary>What the member may do in a channel or thread; nothing at all where the channel is hidden from them.</summary>
    public static PermissionBits InChannel(GuildState guild, ChannelState channel, Snowflake userId, DateTimeOffset now)
    {
        PermissionBits sum = InGuild(guild, userId, now);
        if (sum == PermissionBits.All || !guild.Members.TryGetValue(userId, out MemberState? member))
            return sum;
        ChannelState source = channel.Thread is null ? channel : guild.Channels.GetValueOrDefault(channel.ParentId ?? default) ?? channel;
        sum = Overwrite(sum, guild, source, member);
        if (!sum.HasFlag(PermissionBits.ViewChannel))
            return PermissionBits.None;
        if (channel.Type == ChannelKind.PrivateThread && !channel.Thread!.Members.ContainsKey(userId) && !sum.HasFlag(PermissionBits.ManageThreads))
            return PermissionBits.None;
        if (!sum.HasFlag(channel.Thread is null ? PermissionBits.SendMessages : PermissionBits.SendMessagesInThreads))
            sum &= ~NeedsSending;
        return member.IsTimedOut(now) ? sum & WhileTimedOut : sum;
    }

    /// <summary>Where the member's highest role stands; a greater value is higher. @everyone alone gives the lowest.</summary>
    public static (int Position, ulong Tie) Rank(GuildState guild, Snowflake userId)
    {
        (int Position, ulong Tie) best = (0, 0);
        if (!guild.Members.TryGetValue(userId, out MemberState? member))
            return best;
        foreach (Snowflake roleId in member.Roles)
        {
            if (guild.Roles.TryGetValue(roleId, out RoleState? role) && role.Rank.CompareTo(best) > 0)
                best = role.Rank;
        }

        return best;
    }

    /// <summary>Whether the actor stands above the target. The owner stands above all; nobody stands above the owner.</summary>
    public static bool Outranks(GuildState guild, Snowflake actorId, Snowflake targetId)
    {
        if (targetId == guild.OwnerId)
            return false;
        return actorId == guild.OwnerId || Rank(guild, actorId).CompareTo(Rank(guild, targetId)) > 0;
    }

    /// <summary>Whether the actor stands above the role, so may grant, take, edit or delete it.</summary>
    public static bool Outranks(GuildState guild, Snowflake actorId, RoleState role) =>
        actorId == guild.OwnerId || Rank(guild, actorId).CompareTo(role.Rank) > 0;

    private static PermissionBits Overwrite(PermissionBits sum, GuildState guild, ChannelState channel, MemberState member)
    {
        if (channel.Overwrite(guild.Id) is { } everyone)
            sum = (sum & ~everyone.Deny) | everyone.Allow;
        PermissionBits allow = PermissionBits.None, deny = PermissionBits.None;
        foreach (Snowflake roleId in member.Roles)
        {
            if (channel.Overwrite(roleId) is { } role)
            {
                allow |= role.Allow;
                deny |= role.Deny;
            }
        }

        sum = (sum & ~deny) | allow;
        return channel.Overwrite(member.UserId) is { } own ? (sum & ~own.Deny) | own.Allow : sum;
    }
}
