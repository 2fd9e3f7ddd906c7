using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Takes a role from the author, for a time or for good.</summary>
public sealed record RemoveRoleAction : RuleAction
{
    public override ActionKind Kind => ActionKind.RemoveRole;

    /// <summary>Must be named.</summary>
    public Snowflake? Role { get; init; }

    /// <summary>It is given back after that time; 0: never. At most 365 days.</summary>
    public TimeSpan Duration { get; init; }

    public override bool Punishes => true;

    internal static ActionDefinition<RemoveRoleAction> Definition { get; } = new(
        "Take a role from the author, for a time or for good.",
        new OptionSchema<RemoveRoleAction>()
            .Role("role", "The role to take.", action => action.Role, (action, value) => action with { Role = value }).Required()
            .Duration("duration", "Give it back after this time; 0s does not.", TimeSpan.Zero, TimeSpan.FromDays(365), action => action.Duration, (action, value) => action with { Duration = value }))
    {
        Requires = GuildPermissions.ManageRoles,
    };

    public override bool Overlaps(RuleAction other) => other is RemoveRoleAction same && same.Role == Role;

    /// <summary>For good if either is, else the longer.</summary>
    public override RuleAction Merge(RuleAction other) => other is RemoveRoleAction more ? this with { Duration = Longer(Duration, more.Duration) } : this;
}
