using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Core.Actions;

/// <summary>Ties a definition to the record of its action.</summary>
/// <typeparam name="TAction">The action's own record, whose defaults are the options' defaults.</typeparam>
public sealed class ActionDefinition<TAction> : ActionDefinition
    where TAction : RuleAction, new()
{
    private static readonly TAction Defaults = new();
    private readonly OptionSchema<TAction> schema;

    internal ActionDefinition(string description, OptionSchema<TAction>? schema = null)
        : base(Defaults.Kind, description) => this.schema = schema ?? new OptionSchema<TAction>();

    public override OptionSchema Schema => schema;

    public override RuleAction Default => Defaults;

    /// <summary>Faults that bounds of single options cannot express. The options are within bounds when this runs.</summary>
    internal Action<TAction, List<OptionFault>>? Check { get; init; }

    public override IReadOnlyList<OptionFault> Validate(RuleAction action)
    {
        if (action is not TAction typed)
            return [new OptionFault("", $"expected the action '{Id}', not '{RuleReader.NameOf(action.Kind)}'")];
        var faults = new List<OptionFault>();
        schema.Validate(typed, faults);
        if (faults.Count == 0)
            Check?.Invoke(typed, faults);
        return faults;
    }
}
