using ModBot.Core.Platform;

namespace ModBot.Discord.State;

/// <summary>A role as far as permissions need it.</summary>
internal readonly record struct RoleState(ulong Id, GuildPermissions Permissions, int Position);
