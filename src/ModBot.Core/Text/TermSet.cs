namespace ModBot.Core.Text;

/// <summary>The terms of one owner within a rule set's index: what a compiled filter keeps.</summary>
public sealed class TermSet
{
    private readonly Lazy<TermIndex> index;

    internal TermSet(Lazy<TermIndex> index, int owner, IReadOnlyList<TermSpec> terms)
    {
        this.index = index;
        Owner = owner;
        Terms = terms;
    }

    /// <summary>The terms, in the order of <see cref="TermMatch.Term"/>.</summary>
    public IReadOnlyList<TermSpec> Terms { get; }

    internal int Owner { get; }

    internal TermIndex Index => index.Value;
}
