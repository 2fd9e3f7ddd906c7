using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Bans the author, for a time or for good.</summary>
public sealed record BanAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Ban;

    /// <summary>The ban is lifted after that time; 0: never. At most 365 days.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Messages of so many last days are deleted, 0..7.</summary>
    public int DeleteDays { get; init; }

    public override bool Punishes => true;

    public override int Hardness => 4;

    internal static ActionDefinition<BanAction> Definition { get; } = new(
        "Ban the author, for a time or for good.",
        new OptionSchema<BanAction>()
            .Duration("duration", "Lift the ban after this time; 0s bans for good.", TimeSpan.Zero, TimeSpan.FromDays(365), action => action.Duration, (action, value) => action with { Duration = value })
            .Integer("delete-days", "Delete their messages of so many days.", 0, 7, action => action.DeleteDays, (action, value) => action with { DeleteDays = value }))
    {
        Requires = GuildPermissions.BanMembers,
    };

    /// <summary>For good if either is, else the longer; the more days deleted.</summary>
    public override RuleAction Merge(RuleAction other) => other is BanAction more
        ? new BanAction
        {
            Duration = Longer(Duration, more.Duration),
            DeleteDays = Math.Max(DeleteDays, more.DeleteDays),
        }
        : this;
}
