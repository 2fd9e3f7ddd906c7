using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Deletes the message.</summary>
public sealed record DeleteAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Delete;

    internal static ActionDefinition<DeleteAction> Definition { get; } = new("Delete the message.") { Requires = GuildPermissions.ManageMessages };
}
