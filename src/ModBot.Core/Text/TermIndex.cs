namespace ModBot.Core.Text;

/// <summary>All terms of a rule set, compiled: one automaton per reading. Immutable, shared by threads.</summary>
internal sealed class TermIndex
{
    private readonly CompiledTerm[] terms;

    private TermIndex(CompiledTerm[] terms, TermAutomaton folded, TermAutomaton? squeezed, int owners, bool strict)
    {
        this.terms = terms;
        Folded = folded;
        Squeezed = squeezed;
        Owners = owners;
        HasStrict = strict;
    }

    /// <summary>Over the folded reading, character for character.</summary>
    public TermAutomaton Folded { get; }

    /// <summary>Over the squeezed reading with runs of a letter taken for one and <see cref="Sound"/> for its symbols; null where no term allows evasion.</summary>
    public TermAutomaton? Squeezed { get; }

    public int Owners { get; }

    public bool HasStrict { get; }

    public ReadOnlySpan<CompiledTerm> Terms => terms;

    /// <summary>Bytes of both automata.</summary>
    public long Size => Folded.Size + (Squeezed?.Size ?? 0);

    /// <summary>What a character stands for where spelling is bent: leet signs are their letters, and i and l are one.</summary>
    public static char Sound(char c)
    {
        char letter = LeetTable.Letter(c);
        letter = letter == '\0' ? c : letter;
        return letter == 'l' ? 'i' : letter;
    }

    public static TermIndex Build(IReadOnlyList<IReadOnlyList<TermSpec>> owners)
    {
        var compiled = new List<CompiledTerm>();
        var reader = new TermReader();
        for (int owner = 0; owner < owners.Count; owner++)
        {
            for (int number = 0; number < owners[owner].Count; number++)
                reader.AddReadings(owners[owner][number], owner, number, compiled);
        }

        var folded = new TermAutomatonBuilder();
        var squeezed = new TermAutomatonBuilder();
        bool anySqueezed = false;
        bool strict = false;
        Span<char> key = stackalloc char[CompiledTerm.MaximumLength];
        foreach ((int index, CompiledTerm term) in compiled.Index())
        {
            folded.Add(term.Folded, index);
            if (term.Evasion == Evasion.Off || !HasLatinLetter(term.Squeezed))
                continue;
            squeezed.Add(Runs(term.Squeezed, key), index);
            anySqueezed = true;
            if (term.Evasion != Evasion.Strict)
                continue;
            strict = true;
            if (term.Squeezed.Contains(' ', StringComparison.Ordinal))
                squeezed.Add(Runs(term.Squeezed.Replace(" ", "", StringComparison.Ordinal), key), index);
        }

        return new TermIndex([.. compiled], folded.Build(), anySqueezed ? squeezed.Build([.. LeetTable.All.Append('l').Select(c => (c, Sound(c)))]) : null, owners.Count, strict);
    }

    private static bool HasLatinLetter(string text) => text.AsSpan().IndexOfAnyInRange('a', 'z') >= 0;

    /// <summary>The key of a squeezed term: each run of one character once, as its sound.</summary>
    private static ReadOnlySpan<char> Runs(string squeezed, Span<char> into)
    {
        int length = 0;
        for (int i = 0; i < squeezed.Length; i++)
        {
            if (i == 0 || squeezed[i] != squeezed[i - 1])
                into[length++] = Sound(squeezed[i]);
        }

        return into[..length];
    }
}
