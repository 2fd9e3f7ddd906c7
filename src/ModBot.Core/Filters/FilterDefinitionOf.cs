namespace ModBot.Core.Filters;

/// <summary>The base of every filter: ties a definition to its options record.</summary>
/// <typeparam name="TOptions">The filter's own options record.</typeparam>
public abstract class FilterDefinition<TOptions> : FilterDefinition
    where TOptions : FilterOptions, new()
{
    private static readonly TOptions Defaults = new();

    public sealed override FilterOptions DefaultOptions => Defaults;

    public sealed override OptionSchema Schema => Options;

    /// <summary>The typed schema.</summary>
    protected abstract OptionSchema<TOptions> Options { get; }

    public sealed override IReadOnlyList<OptionFault> Validate(FilterOptions options)
    {
        if (options is not TOptions typed)
            return [new OptionFault("", $"expected the options of '{Id}', not {options.GetType().Name}")];
        var faults = new List<OptionFault>();
        Options.Validate(typed, faults);
        if (faults.Count == 0)
            Check(typed, faults);
        return faults;
    }

    public sealed override IReadOnlyList<OptionFault> Remarks(FilterOptions options)
    {
        var remarks = new List<OptionFault>();
        if (options is TOptions typed)
            Remark(typed, remarks);
        return remarks;
    }

    public sealed override ICompiledFilter Compile(FilterOptions options, FilterCompilation compilation)
    {
        IReadOnlyList<OptionFault> faults = Validate(options);
        return faults.Count == 0
            ? Compile((TOptions)options, compilation)
            : throw new ArgumentException(string.Join("; ", faults), nameof(options));
    }

    /// <summary>Faults that bounds of single options cannot express. The options are within bounds when this runs.</summary>
    protected virtual void Check(TOptions options, List<OptionFault> faults)
    {
    }

    /// <summary>What is to be said of options that are valid.</summary>
    protected virtual void Remark(TOptions options, List<OptionFault> remarks)
    {
    }

    protected abstract ICompiledFilter Compile(TOptions options, FilterCompilation compilation);
}
