using Discord;
using Discord.WebSocket;
using ModBot.Core.Messages;
using ModBot.Discord.State;
using ModBot.DiscordNet.Rest;
using Permissions = ModBot.Core.Platform.GuildPermissions;

namespace ModBot.DiscordNet.Mapping;

/// <summary>Takes a snapshot of a guild as Discord.Net holds it: channels, roles and the bot's own roles.</summary>
internal static class GuildMapper
{
    /// <param name="guild">The guild.</param>
    /// <param name="before">The snapshot before, whose newest message ids are kept; null for none.</param>
    public static GuildState Map(SocketGuild guild, GuildState? before) => new()
    {
        Id = guild.Id,
        Name = guild.Name ?? "",
        OwnerId = guild.OwnerId,
        Roles = [.. guild.Roles.Select(role => new RoleState(role.Id, (Permissions)role.Permissions.RawValue, role.Position)).OrderBy(role => role.Id)],
        // Of threads only the active ones, as the gateway lists them.
        Channels = [.. guild.Channels.Where(channel => channel is not SocketThreadChannel { IsArchived: true }).DistinctBy(channel => channel.Id).Select(channel => Map(channel, before)).OrderBy(channel => channel.Id)],
        BotRoles = guild.CurrentUser is { } bot ? MembershipReader.Of(bot).Roles : before?.BotRoles,
    };

    private static ChannelState Map(SocketGuildChannel channel, GuildState? before) => new()
    {
        Id = channel.Id,
        Name = channel.Name ?? "",
        Type = (int)channel.ChannelType,
        ParentId = channel is SocketThreadChannel thread ? thread.ParentChannel?.Id ?? 0 : (channel as INestedChannel)?.CategoryId ?? 0,
        Topic = TopicOf(channel) is { Length: > 0 } topic ? topic : null,
        Overwrites = channel is SocketThreadChannel ? [] : [.. channel.PermissionOverwrites.Select(Map)],
        LastMessageId = before?.FindChannel(channel.Id)?.LastMessageId ?? 0,
    };

    private static string? TopicOf(SocketGuildChannel channel) => channel switch
    {
        SocketThreadChannel => null,
        ITextChannel text => text.Topic,
        IForumChannel forum => forum.Topic,
        _ => null,
    };

    private static PermissionOverwrite Map(Overwrite overwrite) =>
        new(overwrite.TargetId, overwrite.TargetType == PermissionTarget.User, (Permissions)overwrite.Permissions.AllowValue, (Permissions)overwrite.Permissions.DenyValue);
}
