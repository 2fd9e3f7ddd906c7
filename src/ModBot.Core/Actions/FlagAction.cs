using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Shows the case to the moderators on a review card.</summary>
public sealed record FlagAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Flag;

    internal static ActionDefinition<FlagAction> Definition { get; } = new("Show the case to the moderators on a review card.") { Requires = GuildPermissions.SendMessages | GuildPermissions.EmbedLinks };
}
