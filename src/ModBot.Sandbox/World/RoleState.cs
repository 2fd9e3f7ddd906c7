using System.Text.Json.Serialization;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;

namespace ModBot.Sandbox.World;

internal sealed class RoleState
{
    public required Snowflake Id { get; init; }

    public required string Name { get; set; }

    public PermissionBits Permissions { get; set; }

    public int Position { get; set; }

    /// <summary>0xRRGGBB; 0 = none.</summary>
    public int Color { get; set; }

    public int? SecondaryColor { get; set; }

    public int? TertiaryColor { get; set; }

    public bool Hoist { get; set; }

    public bool Mentionable { get; set; }

    public string? UnicodeEmoji { get; set; }

    /// <summary>The bot that this managed role belongs to; managed roles cannot be granted, taken or deleted.</summary>
    public Snowflake? BotId { get; init; }

    [JsonIgnore]
    public bool Managed => BotId is not null;

    /// <summary>Order among roles: the position, then the older role (the smaller id) first.</summary>
    [JsonIgnore]
    public (int Position, ulong Tie) Rank => (Position, ulong.MaxValue - Id.Value);
}
