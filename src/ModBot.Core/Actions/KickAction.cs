using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Removes the author from the server; they may join again.</summary>
public sealed record KickAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Kick;

    public override bool Punishes => true;

    public override int Hardness => 2;

    internal static ActionDefinition<KickAction> Definition { get; } = new("Remove the author from the server; they may join again.") { Requires = GuildPermissions.KickMembers };
}
