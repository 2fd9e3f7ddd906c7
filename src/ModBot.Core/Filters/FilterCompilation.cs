using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>What the filters of one rule set share while they are compiled: one index for all their terms. Not thread-safe.</summary>
public sealed class FilterCompilation
{
    private readonly List<IReadOnlyList<TermSpec>> owners = [];
    private readonly Lazy<TermIndex> index;

    public FilterCompilation() => index = new Lazy<TermIndex>(() => TermIndex.Build(owners));

    /// <summary>Adds a filter's terms; read what was found of them with <see cref="Inspection.Terms"/>.</summary>
    /// <exception cref="InvalidOperationException">The index was built already.</exception>
    public TermSet AddTerms(IReadOnlyList<TermSpec> terms)
    {
        if (index.IsValueCreated)
            throw new InvalidOperationException("The rule set is compiled; its filters cannot be given further terms.");
        owners.Add(terms);
        return new TermSet(index, owners.Count - 1, terms);
    }

    /// <summary>Builds the index now rather than with the first message.</summary>
    internal void Complete()
    {
        if (owners.Count > 0)
            _ = index.Value;
    }
}
