namespace ModBot.Core.Platform;

/// <summary>A channel's exception to a role's permissions. A bit in neither keeps what the role has.</summary>
public sealed record ChannelOverwrite(GuildPermissions Allow, GuildPermissions Deny);
