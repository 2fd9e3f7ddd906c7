using ModBot.Core.Platform;

namespace ModBot.Discord.State;

/// <summary>A channel's exception to the guild's permissions, for a role or for one member.</summary>
internal readonly record struct PermissionOverwrite(ulong Id, bool IsMember, GuildPermissions Allow, GuildPermissions Deny);
