using System.Buffers;

namespace ModBot.Core.Text;

/// <summary>
/// One look at words in which signs stand for letters (<c>f*ck</c>, <c>n***er</c>, <c>sh@t</c>): walks the trie with every
/// letter at a mask. Bounded by a budget of steps for each word and for the text.
/// </summary>
internal ref struct MaskedScan
{
    private const int StepsPerWord = 2_000;
    private const int StepsPerText = 20_000;
    private const int MostMasks = 8;
    private const int LongestWord = 48;

    private static readonly SearchValues<char> Masks = SearchValues.Create("*#@!$%^•█■●▇");

    private readonly TermScan owner;
    private readonly TermIndex index;
    private readonly TermAutomaton automaton;
    private readonly FoldedText reading;
    private readonly ReadOnlySpan<char> text;
    private readonly int surface;
    private int start;
    private int wordEnd;
    private int steps;
    private int budget = StepsPerText;

    public MaskedScan(TermScan owner, TermIndex index, TextViews views, int surface)
    {
        this.owner = owner;
        this.index = index;
        this.surface = surface;
        automaton = index.Folded;
        reading = views.Folded;
        text = reading.Span;
    }

    public void Run()
    {
        int from = 0;
        while (from < text.Length)
        {
            int mask = text[from..].IndexOfAny(Masks);
            if (mask < 0)
                return;
            mask += from;
            int first = WordStart(mask);
            wordEnd = WordEnd(mask);
            from = wordEnd + 1;
            if (first < mask && HasInnerMask(mask))
            {
                steps = Math.Min(StepsPerWord, budget);
                budget -= steps;
                for (start = first; start < mask && start < first + LongestWord; start++)
                    Walk(TermAutomaton.Root, start, masks: 0, shown: 0, afterMask: false);
                budget += Math.Max(0, steps);
            }
        }
    }

    private readonly int WordStart(int at)
    {
        while (at > 0 && WordEdges.Joins(text[at - 1]))
            at--;
        return at;
    }

    private readonly int WordEnd(int at)
    {
        while (at < text.Length && (WordEdges.Joins(text[at]) || Masks.Contains(text[at])))
            at++;
        return at;
    }

    /// <summary>A mask counts between letters; asterisks also at a word's end. "wow!" has none.</summary>
    private readonly bool HasInnerMask(int mask)
    {
        for (int i = mask; i < wordEnd; i++)
        {
            if (text[i] == '*' || (Masks.Contains(text[i]) && i + 1 < wordEnd))
                return true;
        }

        return false;
    }

    private void Walk(int state, int at, int masks, int shown, bool afterMask, bool skipped = false)
    {
        if (--steps < 0)
            return;
        if (masks > 0 && !skipped && automaton.OwnOutput(state) >= 0)
            Report(state, at, masks, shown);
        if (at >= wordEnd || at - start > LongestWord)
            return;
        char c = text[at];
        int literal = automaton.Child(state, automaton.Symbol(c));
        if (literal >= 0)
            Walk(literal, at + 1, masks, shown + 1, afterMask: false);
        char leet = LeetTable.Letter(c);
        int asLetter = leet == '\0' ? -1 : automaton.Child(state, automaton.Symbol(leet));
        if (asLetter >= 0)
            Walk(asLetter, at + 1, masks, shown + 1, afterMask: false);
        if (!Masks.Contains(c) || at == start || masks == MostMasks)
            return;
        foreach (ushort letter in automaton.LetterSymbols)
        {
            if (automaton.Child(state, letter) is var child and >= 0 && child != asLetter)
                Walk(child, at + 1, masks + 1, shown, afterMask: true);
        }

        // A lone asterisk may also stand between two letters that are both there: f*uck.
        bool lone = c == '*' && !afterMask && at + 1 < wordEnd && text[at + 1] != '*';
        if (lone)
            Walk(state, at + 1, masks + 1, shown, afterMask: true, skipped: true);
    }

    private readonly void Report(int state, int end, int masks, int shown)
    {
        for (int output = automaton.OwnOutput(state); output >= 0; output = automaton.NextOwn(output))
        {
            CompiledTerm term = index.Terms[automaton.KeyOf(output)];
            bool shows = term.Evasion switch { Evasion.Off => false, Evasion.Normal => shown >= masks && shown > 1, _ => shown >= 1 };
            bool whole = end >= text.Length || text[end] != '*';
            if (shows && whole && !term.Allowed && term.EdgesFit(text, start, end))
                owner.Add(term, reading, TextReading.Folded, surface, start, end - start);
        }
    }
}
