using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Slows a channel down for a time.</summary>
public sealed record SlowmodeAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Slowmode;

    /// <summary>The time that a member waits between two messages, 0 s to 6 h (Discord's limit).</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What it was before comes back after that time; 0: never. At most 7 days.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Null: where the message stands.</summary>
    public Snowflake? Channel { get; init; }

    internal static ActionDefinition<SlowmodeAction> Definition { get; } = new(
        "Slow the channel down for a time.",
        new OptionSchema<SlowmodeAction>()
            .Duration("interval", "The time between two messages of one member.", TimeSpan.Zero, TimeSpan.FromHours(6), action => action.Interval, (action, value) => action with { Interval = value })
            .Duration("duration", "Put back after this time; 0s leaves it.", TimeSpan.Zero, TimeSpan.FromDays(7), action => action.Duration, (action, value) => action with { Duration = value })
            .Channel("channel", "Which; by default where the message stands.", action => action.Channel, (action, value) => action with { Channel = value }))
    {
        Requires = GuildPermissions.ManageChannels,
    };

    public override bool Overlaps(RuleAction other) => other is SlowmodeAction same && same.Channel == Channel;

    /// <summary>The slower, for the longer time.</summary>
    public override RuleAction Merge(RuleAction other) => other is SlowmodeAction more
        ? this with { Interval = Interval > more.Interval ? Interval : more.Interval, Duration = Longer(Duration, more.Duration) }
        : this;
}
