using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Keeps members without a role that allows it from writing in a channel, for a time.</summary>
public sealed record LockChannelAction : RuleAction
{
    public override ActionKind Kind => ActionKind.LockChannel;

    /// <summary>It is opened again after that time; 0: never. At most 7 days.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Null: where the message stands.</summary>
    public Snowflake? Channel { get; init; }

    internal static ActionDefinition<LockChannelAction> Definition { get; } = new(
        "Keep everyone from writing in the channel for a time.",
        new OptionSchema<LockChannelAction>()
            .Duration("duration", "Open it again after this time; 0s leaves it locked.", TimeSpan.Zero, TimeSpan.FromDays(7), action => action.Duration, (action, value) => action with { Duration = value })
            .Channel("channel", "Which; by default where the message stands.", action => action.Channel, (action, value) => action with { Channel = value }))
    {
        Requires = GuildPermissions.ManageRoles,
    };

    public override bool Overlaps(RuleAction other) => other is LockChannelAction same && same.Channel == Channel;

    /// <summary>For good if either is, else the longer.</summary>
    public override RuleAction Merge(RuleAction other) => other is LockChannelAction more ? this with { Duration = Longer(Duration, more.Duration) } : this;
}
