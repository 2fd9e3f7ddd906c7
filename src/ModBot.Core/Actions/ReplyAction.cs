using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Answers in the message's channel.</summary>
public sealed record ReplyAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Reply;

    /// <summary>A <see cref="MessageTemplate"/> of 1 to <see cref="MessageTemplate.MaximumLength"/> characters.</summary>
    public string Text { get; init; } = "";

    /// <summary>The answer is deleted after that time; 0: it stays. At most 1 day.</summary>
    public TimeSpan DeleteAfter { get; init; }

    /// <summary>Tied to the message where it still stands, else a message of its own.</summary>
    public bool Inline { get; init; } = true;

    internal static ActionDefinition<ReplyAction> Definition { get; } = new(
        "Answer in the message's channel.",
        new OptionSchema<ReplyAction>()
            .Text("text", "What to answer; {user}, {name}, {channel}, {server}, {rule} and {strikes} are filled in.", MessageTemplate.MaximumLength, action => action.Text, (action, value) => action with { Text = value }).Required()
            .Duration("delete-after", "Delete the answer after this time; 0s keeps it.", TimeSpan.Zero, TimeSpan.FromDays(1), action => action.DeleteAfter, (action, value) => action with { DeleteAfter = value })
            .Toggle("inline", "Tie the answer to the message where it still stands.", action => action.Inline, (action, value) => action with { Inline = value }))
    {
        Requires = GuildPermissions.SendMessages,
        Check = (action, faults) => MessageTemplate.Check("text", action.Text, faults),
    };

    public override bool Overlaps(RuleAction other) => Equals(other);
}
