using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Sets a named counter.</summary>
public sealed record SetCounterAction : RuleAction
{
    public override ActionKind Kind => ActionKind.SetCounter;

    /// <summary>A name as <see cref="CounterSpec.IsName"/> allows.</summary>
    public string Counter { get; init; } = "";

    /// <summary>0..1,000,000.</summary>
    public int Value { get; init; }

    internal static ActionDefinition<SetCounterAction> Definition { get; } = new(
        "Set a named counter.",
        new OptionSchema<SetCounterAction>()
            .Text("counter", "The counter's name.", CounterSpec.MaximumName, action => action.Counter, (action, value) => action with { Counter = value }).Required()
            .Integer("value", "The value it gets.", 0, 1_000_000, action => action.Value, (action, value) => action with { Value = value }))
    {
        Check = (action, faults) => CounterSpec.CheckName("counter", action.Counter, faults),
    };

    public override bool Overlaps(RuleAction other) => other is SetCounterAction same && string.Equals(same.Counter, Counter, StringComparison.Ordinal);

    /// <summary>The greater value.</summary>
    public override RuleAction Merge(RuleAction other) => other is SetCounterAction more && more.Value > Value ? more : this;
}
