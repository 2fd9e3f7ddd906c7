namespace ModBot.Core.Platform;

/// <summary>What somebody may do in a guild, as the platform says now.</summary>
/// <param name="IsMember">False for who is not in the guild (any more).</param>
/// <param name="Permissions">By their roles, before any channel's overwrites. Every bit for owner and administrators; while timed out only what the platform then leaves.</param>
public sealed record MemberAccess(bool IsMember, GuildPermissions Permissions)
{
    public static readonly MemberAccess None = new(IsMember: false, GuildPermissions.None);

    /// <summary>What a timed-out member keeps.</summary>
    public const GuildPermissions WhileTimedOut = GuildPermissions.ViewChannel | GuildPermissions.ReadMessageHistory;

    /// <summary>True where they hold every one of these, or are administrators.</summary>
    public bool May(GuildPermissions permissions) =>
        IsMember && ((Permissions & GuildPermissions.Administrator) != GuildPermissions.None || (Permissions & permissions) == permissions);
}
