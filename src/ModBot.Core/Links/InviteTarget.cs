using ModBot.Core.Messages;

namespace ModBot.Core.Links;

/// <summary>Where an invite leads.</summary>
/// <param name="Guild">The server; null for a group of direct messages, and for an invite that leads nowhere.</param>
/// <param name="IsGroup">It leads to a group of direct messages.</param>
public sealed record InviteTarget(Snowflake? Guild, bool IsGroup)
{
    /// <summary>The invite is unknown to the platform or has ended.</summary>
    public static readonly InviteTarget Nowhere = new(null, IsGroup: false);

    public static readonly InviteTarget Group = new(null, IsGroup: true);
}
