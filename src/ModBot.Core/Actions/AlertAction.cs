using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Posts a line for the moderators, and may ping a role of theirs.</summary>
public sealed record AlertAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Alert;

    /// <summary>Null: the review channel.</summary>
    public Snowflake? Channel { get; init; }

    /// <summary>A <see cref="MessageTemplate"/> of at most <see cref="MessageTemplate.MaximumLength"/> characters.</summary>
    public string Text { get; init; } = "Rule {rule}: {user} in {channel} (case {case}).";

    /// <summary>Pinged; null: nobody.</summary>
    public Snowflake? PingRole { get; init; }

    internal static ActionDefinition<AlertAction> Definition { get; } = new(
        "Post a line for the moderators and, if wanted, ping a role.",
        new OptionSchema<AlertAction>()
            .Text("text", "What to post; {user}, {channel}, {rule}, {category} and {case} are filled in.", MessageTemplate.MaximumLength, action => action.Text, (action, value) => action with { Text = value }).Required()
            .Channel("channel", "Where; by default the review channel.", action => action.Channel, (action, value) => action with { Channel = value })
            .Role("ping-role", "The role to ping; by default nobody.", action => action.PingRole, (action, value) => action with { PingRole = value }))
    {
        Requires = GuildPermissions.SendMessages,
        Check = (action, faults) => MessageTemplate.Check("text", action.Text, faults),
    };

    public override bool Overlaps(RuleAction other) => Equals(other);
}
