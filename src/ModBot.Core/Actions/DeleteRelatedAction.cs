using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Deletes the other messages with the same cause, in whatever channel and by whomever they were posted.</summary>
public sealed record DeleteRelatedAction : RuleAction
{
    public override ActionKind Kind => ActionKind.DeleteRelated;

    internal static ActionDefinition<DeleteRelatedAction> Definition { get; } =
        new("Delete the other messages with the same cause: repeats, and the same text from other accounts.") { Requires = GuildPermissions.ManageMessages };
}
