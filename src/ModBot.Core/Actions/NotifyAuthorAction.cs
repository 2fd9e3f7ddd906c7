using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Tells the author in private what happened to their message. Direct messages are rationed.</summary>
public sealed record NotifyAuthorAction : RuleAction
{
    public override ActionKind Kind => ActionKind.NotifyAuthor;

    /// <summary>A <see cref="MessageTemplate"/>; empty: what happened and why, in ModBot's words.</summary>
    public string Text { get; init; } = "";

    internal static ActionDefinition<NotifyAuthorAction> Definition { get; } = new(
        "Tell the author in private what happened to their message (rationed).",
        new OptionSchema<NotifyAuthorAction>()
            .Text("text", "What to say; by default what happened and why.", MessageTemplate.MaximumLength, action => action.Text, (action, value) => action with { Text = value }))
    {
        Check = (action, faults) => MessageTemplate.Check("text", action.Text, faults),
    };

    public override RuleAction Merge(RuleAction other) => Text.Length == 0 ? other : this;
}
