using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Takes back what the action did that it follows from: when its time is over, or when a moderator overturns the case.</summary>
public sealed record TakeBackAction : RuleAction
{
    public override ActionKind Kind => ActionKind.TakeBack;

    internal static ActionDefinition<TakeBackAction> Definition { get; } = new("Take back what another action of the case did.");
}
