using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Sets the server's raid level for a time; rules may ask for a level.</summary>
public sealed record RaidLevelAction : RuleAction
{
    public override ActionKind Kind => ActionKind.RaidLevel;

    public RaidLevel Level { get; init; } = RaidLevel.High;

    /// <summary>The server stands down after that time, 1 minute to 7 days. Raising it again begins the time anew.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(30);

    internal static ActionDefinition<RaidLevelAction> Definition { get; } = new(
        "Set the server's raid level for a time.",
        new OptionSchema<RaidLevelAction>()
            .Choice("level", "The level; none ends it.", action => action.Level, (action, value) => action with { Level = value })
            .Duration("duration", "Stand down after this time.", TimeSpan.FromMinutes(1), TimeSpan.FromDays(7), action => action.Duration, (action, value) => action with { Duration = value }));

    /// <summary>The higher level.</summary>
    public override RuleAction Merge(RuleAction other) => other is RaidLevelAction more && (more.Level > Level || (more.Level == Level && more.Duration > Duration)) ? more : this;
}
