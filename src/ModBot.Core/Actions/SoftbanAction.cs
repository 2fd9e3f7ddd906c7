using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Bans the author and lifts the ban at once: a kick that deletes their messages everywhere.</summary>
public sealed record SoftbanAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Softban;

    /// <summary>Messages of so many last days are deleted, 1..7.</summary>
    public int DeleteDays { get; init; } = 1;

    public override bool Punishes => true;

    public override int Hardness => 3;

    internal static ActionDefinition<SoftbanAction> Definition { get; } = new(
        "Remove the author and delete their messages of the last days; they may join again.",
        new OptionSchema<SoftbanAction>()
            .Integer("delete-days", "Delete their messages of so many days.", 1, 7, action => action.DeleteDays, (action, value) => action with { DeleteDays = value }))
    {
        Requires = GuildPermissions.BanMembers,
    };

    public override RuleAction Merge(RuleAction other) => other is SoftbanAction more && more.DeleteDays > DeleteDays ? more : this;
}
