using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;

namespace ModBot.Sandbox.World;

internal sealed class OverwriteState
{
    public required Snowflake Id { get; init; }

    /// <summary>True for a member's overwrite (type 1), false for a role's (type 0).</summary>
    public bool ForMember { get; init; }

    public PermissionBits Allow { get; set; }

    public PermissionBits Deny { get; set; }
}
