using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Gives the author a role, for a time or for good.</summary>
public sealed record AddRoleAction : RuleAction
{
    public override ActionKind Kind => ActionKind.AddRole;

    /// <summary>Must be named.</summary>
    public Snowflake? Role { get; init; }

    /// <summary>It is taken back after that time; 0: never. At most 365 days.</summary>
    public TimeSpan Duration { get; init; }

    public override bool Punishes => true;

    internal static ActionDefinition<AddRoleAction> Definition { get; } = new(
        "Give the author a role, for a time or for good.",
        new OptionSchema<AddRoleAction>()
            .Role("role", "The role to give.", action => action.Role, (action, value) => action with { Role = value }).Required()
            .Duration("duration", "Take it back after this time; 0s leaves it.", TimeSpan.Zero, TimeSpan.FromDays(365), action => action.Duration, (action, value) => action with { Duration = value }))
    {
        Requires = GuildPermissions.ManageRoles,
    };

    public override bool Overlaps(RuleAction other) => other is AddRoleAction same && same.Role == Role;

    /// <summary>For good if either is, else the longer.</summary>
    public override RuleAction Merge(RuleAction other) => other is AddRoleAction more ? this with { Duration = Longer(Duration, more.Duration) } : this;
}
