using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Adds to a named counter. What it counts per and how it decays is the rule set's <see cref="CounterSpec"/> of that name.</summary>
public sealed record AddToCounterAction : RuleAction
{
    public override ActionKind Kind => ActionKind.AddToCounter;

    /// <summary>A name as <see cref="CounterSpec.IsName"/> allows.</summary>
    public string Counter { get; init; } = "";

    /// <summary>-1,000..1,000, not 0.</summary>
    public int Amount { get; init; } = 1;

    internal static ActionDefinition<AddToCounterAction> Definition { get; } = new(
        "Add to a named counter.",
        new OptionSchema<AddToCounterAction>()
            .Text("counter", "The counter's name.", CounterSpec.MaximumName, action => action.Counter, (action, value) => action with { Counter = value }).Required()
            .Integer("amount", "How much; less than 0 takes away.", -1_000, 1_000, action => action.Amount, (action, value) => action with { Amount = value }))
    {
        Check = (action, faults) => CounterSpec.CheckName("counter", action.Counter, faults),
    };

    public override bool Overlaps(RuleAction other) => other is AddToCounterAction same && string.Equals(same.Counter, Counter, StringComparison.Ordinal);

    /// <summary>The sum, at most 1,000 either way.</summary>
    public override RuleAction Merge(RuleAction other) => other is AddToCounterAction more ? this with { Amount = Math.Clamp(Amount + more.Amount, -1_000, 1_000) } : this;
}
