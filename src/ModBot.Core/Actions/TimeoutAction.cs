using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Times the author out.</summary>
public sealed record TimeoutAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Timeout;

    /// <summary>1 s to 28 days (Discord's limit).</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(10);

    public override bool Punishes => true;

    public override int Hardness => 1;

    internal static ActionDefinition<TimeoutAction> Definition { get; } = new(
        "Time the author out.",
        new OptionSchema<TimeoutAction>()
            .Duration("duration", "For how long, at most 28 days.", TimeSpan.FromSeconds(1), TimeSpan.FromDays(28), action => action.Duration, (action, value) => action with { Duration = value }))
    {
        Requires = GuildPermissions.ModerateMembers,
    };

    /// <summary>The longer one.</summary>
    public override RuleAction Merge(RuleAction other) => other is TimeoutAction more && more.Duration > Duration ? more : this;
}
