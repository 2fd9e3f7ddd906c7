using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

internal sealed class GuildState
{
    public required Snowflake Id { get; init; }

    public required string Name { get; set; }

    public required Snowflake OwnerId { get; set; }

    public string? Description { get; set; }

    public int VerificationLevel { get; set; } = 1;

    public int ExplicitContentFilter { get; set; } = 2;

    public int DefaultMessageNotifications { get; set; } = 1;

    public List<string> Features { get; set; } = [];

    public Snowflake? SystemChannelId { get; set; }

    public Snowflake? RulesChannelId { get; set; }

    public DateTimeOffset? InvitesDisabledUntil { get; set; }

    public DateTimeOffset? DirectMessagesDisabledUntil { get; set; }

    public Dictionary<Snowflake, RoleState> Roles { get; init; } = [];

    public Dictionary<Snowflake, MemberState> Members { get; init; } = [];

    /// <summary>Channels and threads.</summary>
    public Dictionary<Snowflake, ChannelState> Channels { get; init; } = [];

    public Dictionary<Snowflake, BanState> Bans { get; init; } = [];

    public List<AuditEntryState> AuditLog { get; init; } = [];

    public Dictionary<string, InviteState> Invites { get; init; } = [];

    public Dictionary<Snowflake, WebhookState> Webhooks { get; init; } = [];

    public Dictionary<Snowflake, JsonObject> AutoModRules { get; init; } = [];

    [JsonIgnore]
    public RoleState Everyone => Roles[Id];
}
