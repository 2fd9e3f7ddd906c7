using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>A kind of filter as it is registered: what it is called, what can be set, how it is compiled.</summary>
public abstract class FilterDefinition
{
    /// <summary>1..32 characters of a-z and hyphen, unique; the name in rule files and slash commands.</summary>
    public abstract string Id { get; }

    /// <summary>One sentence, at most 100 characters (Discord's limit for a command description).</summary>
    public abstract string Description { get; }

    /// <summary>The options with bounds, defaults and descriptions.</summary>
    public abstract OptionSchema Schema { get; }

    /// <summary>At least one that hits and one near-miss that does not.</summary>
    public abstract IReadOnlyList<FilterExample> Examples { get; }

    /// <summary>True where hits rest on a model's probability alone; such hits never delete against standing.</summary>
    public virtual bool ByModel => false;

    /// <summary>What the filter looks at unless a rule says otherwise; messages by default.</summary>
    public virtual OccurrenceKinds Watches => OccurrenceKinds.Message;

    /// <summary>All that a rule may let it look at (<see cref="Rules.Rule.On"/>). Filters that only read texts can read names and threads too.</summary>
    public virtual OccurrenceKinds CanWatch => Watches;

    public abstract FilterOptions DefaultOptions { get; }

    /// <summary>Every fault of the options, as path and sentence; empty when they can be compiled.</summary>
    public abstract IReadOnlyList<OptionFault> Validate(FilterOptions options);

    /// <summary>What the moderator who saves these options should know, though nothing is wrong with them: what costs time, what does nothing.</summary>
    public abstract IReadOnlyList<OptionFault> Remarks(FilterOptions options);

    /// <exception cref="ArgumentException">The options do not pass <see cref="Validate"/>, or are another filter's.</exception>
    public abstract ICompiledFilter Compile(FilterOptions options, FilterCompilation compilation);
}
