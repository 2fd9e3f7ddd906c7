using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Sets the author's counters, or one of them, back to 0.</summary>
public sealed record ResetCountersAction : RuleAction
{
    public override ActionKind Kind => ActionKind.ResetCounters;

    /// <summary>A name as <see cref="CounterSpec.IsName"/> allows; empty: all counters of the author.</summary>
    public string Counter { get; init; } = "";

    internal static ActionDefinition<ResetCountersAction> Definition { get; } = new(
        "Set the author's counters, or one counter, back to 0.",
        new OptionSchema<ResetCountersAction>()
            .Text("counter", "The counter's name; by default all of the author's.", CounterSpec.MaximumName, action => action.Counter, (action, value) => action with { Counter = value }))
    {
        Check = (action, faults) =>
        {
            if (action.Counter.Length > 0)
                CounterSpec.CheckName("counter", action.Counter, faults);
        },
    };

    public override bool Overlaps(RuleAction other) => Equals(other);
}
