using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Starts a thread on the message, or beside it where it was deleted.</summary>
public sealed record StartThreadAction : RuleAction
{
    public override ActionKind Kind => ActionKind.StartThread;

    /// <summary>A <see cref="MessageTemplate"/> of 1..100 characters (Discord's limit).</summary>
    public string Name { get; init; } = "Talk with {name}";

    internal static ActionDefinition<StartThreadAction> Definition { get; } = new(
        "Start a thread on the message.",
        new OptionSchema<StartThreadAction>()
            .Text("name", "The thread's name; {name}, {rule} and {case} are filled in.", 100, action => action.Name, (action, value) => action with { Name = value }).Required())
    {
        Requires = GuildPermissions.CreatePublicThreads,
        Check = (action, faults) => MessageTemplate.Check("name", action.Name, faults),
    };
}
