using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Sets the author's nickname.</summary>
public sealed record NicknameAction : RuleAction
{
    public override ActionKind Kind => ActionKind.Nickname;

    /// <summary>1..32 characters (Discord's limit); empty takes the nickname away.</summary>
    public string Name { get; init; } = "";

    public override bool Punishes => true;

    internal static ActionDefinition<NicknameAction> Definition { get; } = new(
        "Set the author's nickname, or take it away.",
        new OptionSchema<NicknameAction>()
            .Text("name", "The nickname; by default the present one is taken away.", 32, action => action.Name, (action, value) => action with { Name = value }))
    {
        Requires = GuildPermissions.ManageNicknames,
    };
}
