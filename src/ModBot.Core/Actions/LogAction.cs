using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Writes one line about the case to the server's log channel; without one the case itself is the log.</summary>
public sealed record LogAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Log;

    internal static ActionDefinition<LogAction> Definition { get; } = new("Write one line about the case to the log channel.") { Requires = GuildPermissions.SendMessages };
}
