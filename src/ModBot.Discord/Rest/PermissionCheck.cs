using System.Numerics;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Rest;

/// <summary>
/// Says before a call what Discord would say after it, where the state knows: null means that the call is worth trying.
/// </summary>
internal sealed class PermissionCheck(GuildDirectory guilds, BotAccount account)
{
    public ActionOutcome? InChannel(Snowflake guild, Snowflake channel, GuildPermissions needed)
    {
        GuildPermissions? held = guilds.BotPermissions(guild.Value, channel.Value);
        return held is { } permissions ? Missing(needed & ~permissions, $" in <#{channel.Value}>") : null;
    }

    /// <summary>For calls that name a channel alone; writing in a thread is a permission of its own.</summary>
    public ActionOutcome? ForPosting(Snowflake channel)
    {
        if (guilds.FindByChannel(channel.Value) is not { } guild)
            return null;
        GuildPermissions write = guild.FindChannel(channel.Value) is { IsThread: true } ? GuildPermissions.SendMessagesInThreads : GuildPermissions.SendMessages;
        return InChannel(new Snowflake(guild.Id), channel, GuildPermissions.ViewChannel | write);
    }

    public ActionOutcome? InGuild(Snowflake guild, GuildPermissions needed) =>
        guilds.BotPermissions(guild.Value) is { } permissions ? Missing(needed & ~permissions, "") : null;

    /// <summary>The target is the owner or the bot itself: never tried. Other members' roles are not known.</summary>
    public ActionOutcome? AgainstMember(Snowflake guild, Snowflake user)
    {
        if (user == account.UserId)
            return new ActionOutcome(OutcomeKind.Forbidden, "The bot does not act against itself.");
        return guilds.Find(guild.Value) is { } state && state.OwnerId == user.Value && user.Value != 0
            ? new ActionOutcome(OutcomeKind.Forbidden, "The server's owner stands above the bot.")
            : null;
    }

    /// <summary>Giving and taking a role: it must stand below the bot's highest.</summary>
    public ActionOutcome? ForRole(Snowflake guild, Snowflake role)
    {
        if (guilds.Find(guild.Value) is not { BotRoles: { } own } state || !state.TryFindRole(role.Value, out RoleState target))
            return null;
        return PermissionMath.IsAbove(PermissionMath.Highest(state, account.UserId.Value, own), (target.Position, target.Id))
            ? null
            : new ActionOutcome(OutcomeKind.Forbidden, $"The role <@&{role.Value}> stands above the bot's highest role.");
    }

    private static ActionOutcome? Missing(GuildPermissions missing, string where)
    {
        if (missing == GuildPermissions.None)
            return null;
        List<string> names = [];
        for (ulong bits = (ulong)missing; bits != 0; bits &= bits - 1)
            names.Add(Words(((GuildPermissions)(1UL << BitOperations.TrailingZeroCount(bits))).ToString()));
        return new ActionOutcome(OutcomeKind.Forbidden, $"The bot lacks the permission {string.Join(", ", names)}{where}.");
    }

    /// <summary>ManageMessages → Manage Messages, as Discord's settings spell it.</summary>
    private static string Words(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : c.ToString()));
}
