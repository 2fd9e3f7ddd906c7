using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Gives the author strike points, which decay, and climbs the server's ladder of sanctions.</summary>
public sealed record StrikeAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Strike;

    /// <summary>1..100.</summary>
    public int Points { get; init; } = 1;

    public override bool Punishes => true;

    internal static ActionDefinition<StrikeAction> Definition { get; } = new(
        "Give the author strike points; the server's ladder says what follows.",
        new OptionSchema<StrikeAction>()
            .Integer("points", "How many points.", 1, 100, action => action.Points, (action, value) => action with { Points = value }));

    /// <summary>The sum, at most 100.</summary>
    public override RuleAction Merge(RuleAction other) => other is StrikeAction more ? this with { Points = Math.Min(100, Points + more.Points) } : this;
}
