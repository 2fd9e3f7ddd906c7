using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Deletes the author's latest messages.</summary>
public sealed record DeleteRecentAction : RuleAction
{
    public override ActionKind Kind => ActionKind.DeleteRecent;

    /// <summary>At most so many, 1..100, the message itself not counted.</summary>
    public int Count { get; init; } = 10;

    /// <summary>Only those posted so shortly before the message, 1 s to 1 day.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>In all channels, else in the message's own only.</summary>
    public bool AllChannels { get; init; } = true;

    internal static ActionDefinition<DeleteRecentAction> Definition { get; } = new(
        "Delete the author's latest messages.",
        new OptionSchema<DeleteRecentAction>()
            .Integer("count", "At most so many messages.", 1, 100, action => action.Count, (action, value) => action with { Count = value })
            .Duration("within", "Only those posted so shortly before.", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), action => action.Within, (action, value) => action with { Within = value })
            .Toggle("all-channels", "In all channels, not only where the message stands.", action => action.AllChannels, (action, value) => action with { AllChannels = value }))
    {
        Requires = GuildPermissions.ManageMessages,
    };

    /// <summary>The greater reach of both.</summary>
    public override RuleAction Merge(RuleAction other) => other is DeleteRecentAction more
        ? new DeleteRecentAction { Count = Math.Max(Count, more.Count), Within = Within > more.Within ? Within : more.Within, AllChannels = AllChannels || more.AllChannels }
        : this;
}
