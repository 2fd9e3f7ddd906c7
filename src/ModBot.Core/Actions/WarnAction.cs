using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Warns the author: kept on their record, and told in private as far as the ration allows.</summary>
public sealed record WarnAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Warn;

    /// <summary>A <see cref="MessageTemplate"/>; empty: a warning in ModBot's words.</summary>
    public string Text { get; init; } = "";

    public override bool Punishes => true;

    internal static ActionDefinition<WarnAction> Definition { get; } = new(
        "Warn the author: kept on their record and told in private (rationed).",
        new OptionSchema<WarnAction>()
            .Text("text", "What to say; by default what they are warned for.", MessageTemplate.MaximumLength, action => action.Text, (action, value) => action with { Text = value }))
    {
        Check = (action, faults) => MessageTemplate.Check("text", action.Text, faults),
    };

    public override RuleAction Merge(RuleAction other) => Text.Length == 0 ? other : this;
}
