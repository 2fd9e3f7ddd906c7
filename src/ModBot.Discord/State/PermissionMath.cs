using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Discord.State;

/// <summary>Computes permissions as Discord does (API reference, "Permission Overwrites").</summary>
internal static class PermissionMath
{
    /// <summary>Every bit, named or not.</summary>
    public const GuildPermissions All = (GuildPermissions)ulong.MaxValue;

    public static GuildPermissions InGuild(GuildState guild, ulong user, ReadOnlySpan<Snowflake> roles)
    {
        if (user == guild.OwnerId && user != 0)
            return All;
        GuildPermissions total = guild.TryFindRole(guild.Id, out RoleState everyone) ? everyone.Permissions : GuildPermissions.None;
        foreach (Snowflake id in roles)
        {
            if (guild.TryFindRole(id.Value, out RoleState role))
                total |= role.Permissions;
        }

        return (total & GuildPermissions.Administrator) != GuildPermissions.None ? All : total;
    }

    /// <summary>May manage messages in the guild as a whole.</summary>
    public static bool IsModerator(GuildState? guild, ulong user, ReadOnlySpan<Snowflake> roles) =>
        guild is not null && (InGuild(guild, user, roles) & GuildPermissions.ManageMessages) != GuildPermissions.None;

    /// <summary>In a channel; a thread takes its parent's overwrites, an unknown channel the guild's permissions.</summary>
    public static GuildPermissions InChannel(GuildState guild, ChannelState? channel, ulong user, ReadOnlySpan<Snowflake> roles)
    {
        GuildPermissions total = InGuild(guild, user, roles);
        if (channel is { IsThread: true })
            channel = guild.FindChannel(channel.ParentId);
        if (total == All || channel is null || channel.Overwrites.Length == 0)
            return total;

        GuildPermissions roleAllow = GuildPermissions.None;
        GuildPermissions roleDeny = GuildPermissions.None;
        GuildPermissions memberAllow = GuildPermissions.None;
        GuildPermissions memberDeny = GuildPermissions.None;
        foreach (ref readonly PermissionOverwrite overwrite in channel.Overwrites.AsSpan())
        {
            if (overwrite.IsMember)
            {
                if (overwrite.Id != user)
                    continue;
                memberAllow |= overwrite.Allow;
                memberDeny |= overwrite.Deny;
            }
            else if (overwrite.Id == guild.Id)
            {
                total = (total & ~overwrite.Deny) | overwrite.Allow;
            }
            else if (roles.Contains(new Snowflake(overwrite.Id)))
            {
                roleAllow |= overwrite.Allow;
                roleDeny |= overwrite.Deny;
            }
        }

        total = (total & ~roleDeny) | roleAllow;
        total = (total & ~memberDeny) | memberAllow;
        return (total & GuildPermissions.ViewChannel) == GuildPermissions.None ? GuildPermissions.None : total;
    }

    /// <summary>The position of the highest of these roles; the owner stands above all. Equal positions are told apart by the smaller id standing higher.</summary>
    public static (int Position, ulong Id) Highest(GuildState guild, ulong user, ReadOnlySpan<Snowflake> roles)
    {
        if (user == guild.OwnerId && user != 0)
            return (int.MaxValue, 0);
        (int Position, ulong Id) highest = (0, guild.Id);
        foreach (Snowflake id in roles)
        {
            if (guild.TryFindRole(id.Value, out RoleState role) && IsAbove((role.Position, role.Id), highest))
                highest = (role.Position, role.Id);
        }

        return highest;
    }

    public static bool IsAbove((int Position, ulong Id) left, (int Position, ulong Id) right) =>
        left.Position != right.Position ? left.Position > right.Position : left.Id < right.Id;
}
