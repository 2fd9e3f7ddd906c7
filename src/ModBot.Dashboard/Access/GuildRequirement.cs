using Microsoft.AspNetCore.Authorization;
using ModBot.Core.Platform;

namespace ModBot.Dashboard.Access;

/// <summary>Asks for permissions in the guild that the route names.</summary>
internal sealed record GuildRequirement(GuildPermissions Permissions) : IAuthorizationRequirement
{
    public const string ReadPolicy = "read";
    public const string ActPolicy = "act";
    public const string ManagePolicy = "manage";

    public const GuildPermissions Read = GuildPermissions.ManageMessages;
    public const GuildPermissions Act = GuildPermissions.ManageMessages | GuildPermissions.ModerateMembers;
    public const GuildPermissions Manage = GuildPermissions.ManageMessages | GuildPermissions.ManageGuild;

    /// <summary>The name of the guild's route value.</summary>
    public const string RouteValue = "guild";
}
