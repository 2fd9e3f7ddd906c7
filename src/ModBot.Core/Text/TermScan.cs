using System.Runtime.InteropServices;

namespace ModBot.Core.Text;

/// <summary>
/// Looks for the terms of an index in the surfaces of one message and keeps the matches by owner. A buffer that is refilled,
/// not shared between threads.
/// </summary>
internal sealed class TermScan
{
    private const int None = -1;

    private readonly List<TermMatch> matches = [];
    private readonly List<int> next = [];
    private readonly List<int> touched = [];
    private int[] first = [];
    private int[] last = [];

    public TermIndex? Index { get; private set; }

    /// <summary>Empties the buffer and takes the index to look with.</summary>
    public void Begin(TermIndex index)
    {
        foreach (int owner in touched)
            first[owner] = None;
        touched.Clear();
        matches.Clear();
        next.Clear();
        Index = index;
        if (first.Length < index.Owners)
        {
            first = new int[index.Owners];
            last = new int[index.Owners];
            Array.Fill(first, None);
        }
    }

    /// <summary>Forgets the index, so that the next message is looked at anew.</summary>
    public void Reset() => Index = null;

    public void Scan(TextViews text, int surface)
    {
        TermIndex index = Index!;
        ScanFolded(index, text, surface);
        if (index.Squeezed is not { } squeezed)
            return;
        new SqueezedScan(this, index, squeezed, text, surface).Run();
        new MaskedScan(this, index, text, surface).Run();
    }

    /// <summary>The place of the owner's first match; -1 for none. Go on with <see cref="Following"/>.</summary>
    public int FirstOf(int owner) => first[owner];

    public int Following(int match) => next[match];

    public ref readonly TermMatch At(int match) => ref CollectionsMarshal.AsSpan(matches)[match];

    internal void Add(CompiledTerm term, FoldedText reading, TextReading kind, int surface, int start, int length)
    {
        (int from, int size) = reading.SourceSpan(start, length);
        int at = matches.Count;
        matches.Add(new TermMatch(term.Number, surface, kind, start, length, from, from + size, term.Allowed));
        next.Add(None);
        if (first[term.Owner] == None)
        {
            first[term.Owner] = at;
            touched.Add(term.Owner);
        }
        else
        {
            next[last[term.Owner]] = at;
        }

        last[term.Owner] = at;
    }

    private void ScanFolded(TermIndex index, TextViews views, int surface)
    {
        TermAutomaton automaton = index.Folded;
        FoldedText folded = views.Folded;
        ReadOnlySpan<char> text = folded.Span;
        int state = TermAutomaton.Root;
        for (int i = 0; i < text.Length; i++)
        {
            state = automaton.Next(state, automaton.Symbol(text[i]));
            if (!automaton.HasOutput(state))
                continue;
            for (int output = automaton.FirstOutput(state, out int at); output >= 0; output = automaton.NextOutput(output, ref at))
            {
                CompiledTerm term = index.Terms[automaton.KeyOf(output)];
                int start = i + 1 - term.Folded.Length;
                if (term.EdgesFit(text, start, i + 1) && (term.Evasion != Evasion.Off || IsWritten(term, views, start)))
                    Add(term, folded, TextReading.Folded, surface, start, term.Folded.Length);
            }
        }
    }

    private static bool IsWritten(CompiledTerm term, TextViews views, int start)
    {
        (int from, int size) = views.Folded.SourceSpan(start, term.Folded.Length);
        return views.Original.AsSpan(from, size).Equals(term.Raw, term.CaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
    }
}
