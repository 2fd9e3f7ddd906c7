using ModBot.Core.Filters;
using ModBot.Core.Platform;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>A kind of action as it is registered: what it is called, what can be set, what it needs.</summary>
public abstract class ActionDefinition
{
    private protected ActionDefinition(ActionKind kind, string description)
    {
        Kind = kind;
        Id = RuleReader.NameOf(kind);
        Description = description;
    }

    public ActionKind Kind { get; }

    /// <summary>1..32 characters of a-z and hyphen, unique; the name in rule files and slash commands.</summary>
    public string Id { get; }

    /// <summary>One sentence, at most 100 characters (Discord's limit for a command description).</summary>
    public string Description { get; }

    /// <summary>The options with bounds, defaults and descriptions.</summary>
    public abstract OptionSchema Schema { get; }

    /// <summary>The action with its defaults; not valid where an option is required.</summary>
    public abstract RuleAction Default { get; }

    /// <summary>What the bot must be allowed to do.</summary>
    public GuildPermissions Requires { get; init; }

    /// <summary>Every fault of the action, as path and sentence; empty when it can be carried out.</summary>
    public abstract IReadOnlyList<OptionFault> Validate(RuleAction action);
}
