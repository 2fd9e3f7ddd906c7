using Discord;
using ModBot.Core.Messages;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using Permissions = ModBot.Core.Platform.GuildPermissions;

namespace ModBot.DiscordNet.Mapping;

/// <summary>Turns Discord.Net's users into Core's authors.</summary>
internal static class AuthorMapper
{
    public static MessageAuthor Map(IUser user, Membership? membership, bool isModerator) => new()
    {
        Id = new Snowflake(user.Id),
        Username = user.Username ?? "",
        GlobalName = user.GlobalName,
        Nickname = membership?.Nickname,
        IsBot = user.IsBot && !user.IsWebhook,
        IsWebhook = user.IsWebhook,
        HasAvatar = !string.IsNullOrEmpty(user.AvatarId),
        JoinedAt = membership?.JoinedAt,
        RoleIds = membership?.Roles ?? [],
        IsModerator = isModerator,
    };

    /// <summary>May manage messages there.</summary>
    public static bool IsModerator(GuildState? guild, ChannelState? channel, ulong user, Membership? membership) =>
        guild is not null && (PermissionMath.InChannel(guild, channel, user, membership?.Roles ?? []) & Permissions.ManageMessages) != Permissions.None;
}
