namespace ModBot.Core.Text;

/// <summary>One look at the squeezed reading, where spelling may be bent; every candidate is checked letter by letter.</summary>
internal readonly ref struct SqueezedScan
{
    /// <summary>Letters that ordinary words do not double: such a pair is a stretched single letter.</summary>
    private const string NeverDoubled = "aiuchjkqvwxyz";

    /// <summary>Terms shorter than this are not looked for across blanks: too many pairs of words hold them.</summary>
    private const int ShortestSplit = 3;

    /// <summary>Terms shorter than this are not looked for inside a longer word that was spelled letter by letter.</summary>
    private const int ShortestSpelled = 4;

    /// <summary>At most so many signs stand between two letters of a split word.</summary>
    private const int WidestGap = 3;

    private readonly TermScan owner;
    private readonly TermIndex index;
    private readonly TermAutomaton automaton;
    private readonly TextViews views;
    private readonly FoldedText reading;
    private readonly ReadOnlySpan<char> text;
    private readonly int surface;

    public SqueezedScan(TermScan owner, TermIndex index, TermAutomaton automaton, TextViews views, int surface)
    {
        this.owner = owner;
        this.index = index;
        this.automaton = automaton;
        this.views = views;
        this.surface = surface;
        reading = views.Squeezed;
        text = reading.Span;
    }

    public void Run()
    {
        ScanRuns(skipGaps: false);
        if (index.HasStrict)
            ScanRuns(skipGaps: true);
    }

    private void ScanRuns(bool skipGaps)
    {
        int state = TermAutomaton.Root;
        int gap = 0;
        char previous = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (skipGaps && IsGap(c))
            {
                if (++gap > WidestGap)
                    state = TermAutomaton.Root;
                continue;
            }

            gap = 0;
            if (c == previous && (skipGaps || text[i - 1] == c))
                continue;
            previous = c;
            state = automaton.Next(state, automaton.Symbol(c));
            if (!automaton.HasOutput(state))
                continue;
            for (int output = automaton.FirstOutput(state, out int at); output >= 0; output = automaton.NextOutput(output, ref at))
            {
                CompiledTerm term = index.Terms[automaton.KeyOf(output)];
                if (!skipGaps || (term.Evasion == Evasion.Strict && term.Squeezed.Length >= ShortestSplit))
                    Check(term, i, skipGaps);
            }
        }
    }

    /// <summary>Walks back from the first character of the last run and adds the match when every run is long enough.</summary>
    private void Check(CompiledTerm term, int lastRun, bool skipGaps)
    {
        ReadOnlySpan<char> spelling = term.Squeezed;
        int end = EndOfLastRun(spelling, lastRun, skipGaps);
        int at = end;
        bool letters = false;
        int t = spelling.Length;
        while (t > 0)
        {
            char wanted = spelling[t - 1];
            if (wanted == ' ' && (skipGaps || at == 0 || text[at - 1] != ' '))
            {
                t--;
                continue;
            }

            int count = RunBefore(spelling, t);
            t -= count;
            at = skipGaps ? BeforeGap(at) : at;
            if (at == 0)
                return;
            char found = text[at - 1];
            int length = RunBefore(text, at);
            at -= length;
            while (skipGaps && (length < count || t > 0) && BeforeGap(at) is var other and > 0 && text[other - 1] == found)
            {
                int more = RunBefore(text, other);
                length += more;
                at = other - more;
            }

            if (TermIndex.Sound(found) != TermIndex.Sound(wanted) || !RunFits(term, found, wanted, length, count, at))
                return;
            letters |= char.IsLetter(found) || found is '@' or '$';
        }

        bool split = skipGaps && HasGap(at, end) && !text[at..end].SequenceEqual(term.Squeezed);
        if (!letters || split != skipGaps || IsPlain(term, at, end))
            return;
        bool fits = split ? IsWordsEdge(at) && IsWordsEdge(end) : term.EdgesFit(text, at, end) || (IsSpelled(term, at) && IsSpelled(term, end));
        if (fits)
            owner.Add(term, reading, TextReading.Squeezed, surface, at, end - at);
    }

    private int EndOfLastRun(ReadOnlySpan<char> spelling, int lastRun, bool skipGaps)
    {
        char last = text[lastRun];
        int end = lastRun + 1;
        while (end < text.Length && text[end] == last)
            end++;
        if (!skipGaps || RunBefore(spelling, spelling.Length) <= end - lastRun)
            return end;
        int other = end;
        while (other < text.Length && other - end < WidestGap && IsGap(text[other]))
            other++;
        return other < text.Length && text[other] == last ? other + 1 : end;
    }

    /// <summary>How many equal characters stand before a place.</summary>
    private static int RunBefore(ReadOnlySpan<char> characters, int at)
    {
        int length = 1;
        while (at - length > 0 && characters[at - length - 1] == characters[at - 1])
            length++;
        return length;
    }

    private int BeforeGap(int at)
    {
        while (at > 0 && IsGap(text[at - 1]))
            at--;
        return at;
    }

    private bool HasGap(int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (IsGap(text[i]))
                return true;
        }

        return false;
    }

    private bool RunFits(CompiledTerm term, char found, char wanted, int length, int count, int start)
    {
        if (found != wanted && wanted is 'i' or 'l')
            return true;
        if (count >= 2)
            return length >= 2;
        if (length == 1 || term.Evasion == Evasion.Strict || NeverDoubled.Contains(found, StringComparison.Ordinal))
            return true;
        (_, int written) = reading.SourceSpan(start, length);
        return written > 2;
    }

    /// <summary>True where the folded reading has the term just so: then it was found there already.</summary>
    private bool IsPlain(CompiledTerm term, int start, int end)
    {
        FoldedText folded = views.Folded;
        (int from, int size) = reading.SourceSpan(start, end - start);
        int low = 0;
        int high = folded.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (folded.SourceOf(middle) < from)
                low = middle + 1;
            else
                high = middle;
        }

        return folded.Span[low..].StartsWith(term.Folded)
            && folded.SourceEndOf(low + term.Folded.Length - 1) == from + size
            && term.EdgesFit(folded.Span, low, low + term.Folded.Length);
    }

    /// <summary>True at an edge, and where strict reading may part two letters that were written apart (f u c k y o u).</summary>
    private bool IsSpelled(CompiledTerm term, int at) =>
        WordEdges.IsEdge(text, at)
        || (term.Evasion == Evasion.Strict && term.Squeezed.Length >= ShortestSpelled && reading.SourceEndOf(at - 1) < reading.SourceOf(at));

    /// <summary>An edge that no apostrophe makes: "isn't it" does not hold a t of its own.</summary>
    private bool IsWordsEdge(int at) =>
        WordEdges.IsEdge(text, at)
        && !(at > 1 && text[at - 1] == '\'' && char.IsLetter(text[at - 2]))
        && !(at + 1 < text.Length && text[at] == '\'' && char.IsLetter(text[at + 1]));

    private static bool IsGap(char c) => !char.IsLetterOrDigit(c) && LeetTable.Letter(c) == '\0' && c != '*';
}
