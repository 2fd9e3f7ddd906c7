using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Stops the server's invites for a time.</summary>
public sealed record PauseInvitesAction : RuleAction
{
    public override ActionKind Kind => ActionKind.PauseInvites;

    /// <summary>1 minute to 24 hours (Discord's limit).</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromHours(1);

    internal static ActionDefinition<PauseInvitesAction> Definition { get; } = new(
        "Stop the server's invites for a time.",
        new OptionSchema<PauseInvitesAction>()
            .Duration("duration", "For how long, at most 24 hours.", TimeSpan.FromMinutes(1), TimeSpan.FromHours(24), action => action.Duration, (action, value) => action with { Duration = value }))
    {
        Requires = GuildPermissions.ManageGuild,
    };

    /// <summary>The longer one.</summary>
    public override RuleAction Merge(RuleAction other) => other is PauseInvitesAction more && more.Duration > Duration ? more : this;
}
