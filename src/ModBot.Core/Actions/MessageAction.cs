using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Posts a message in a channel.</summary>
public sealed record MessageAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Message;

    /// <summary>A <see cref="MessageTemplate"/> of 1 to <see cref="MessageTemplate.MaximumLength"/> characters.</summary>
    public string Text { get; init; } = "";

    /// <summary>Null: where the message stands.</summary>
    public Snowflake? Channel { get; init; }

    /// <summary>Pinged; null: nobody.</summary>
    public Snowflake? PingRole { get; init; }

    /// <summary>The post is deleted after that time; 0: it stays. At most 1 day.</summary>
    public TimeSpan DeleteAfter { get; init; }

    internal static ActionDefinition<MessageAction> Definition { get; } = new(
        "Post a message in a channel.",
        new OptionSchema<MessageAction>()
            .Text("text", "What to post; {user}, {name}, {channel}, {server}, {rule} and {strikes} are filled in.", MessageTemplate.MaximumLength, action => action.Text, (action, value) => action with { Text = value }).Required()
            .Channel("channel", "Where; by default where the message stands.", action => action.Channel, (action, value) => action with { Channel = value })
            .Role("ping-role", "The role to ping; by default nobody.", action => action.PingRole, (action, value) => action with { PingRole = value })
            .Duration("delete-after", "Delete the post after this time; 0s keeps it.", TimeSpan.Zero, TimeSpan.FromDays(1), action => action.DeleteAfter, (action, value) => action with { DeleteAfter = value }))
    {
        Requires = GuildPermissions.SendMessages,
        Check = (action, faults) => MessageTemplate.Check("text", action.Text, faults),
    };

    public override bool Overlaps(RuleAction other) => Equals(other);
}
