using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Archives the thread that the message stands in.</summary>
public sealed record ArchiveThreadAction : RuleAction
{
    public override ActionKind Kind => ActionKind.ArchiveThread;

    /// <summary>Only moderators may open it again.</summary>
    public bool Lock { get; init; }

    internal static ActionDefinition<ArchiveThreadAction> Definition { get; } = new(
        "Archive the thread that the message stands in.",
        new OptionSchema<ArchiveThreadAction>()
            .Toggle("lock", "Only moderators may open it again.", action => action.Lock, (action, value) => action with { Lock = value }))
    {
        Requires = GuildPermissions.ManageThreads,
    };

    public override RuleAction Merge(RuleAction other) => other is ArchiveThreadAction { Lock: true } ? other : this;
}
