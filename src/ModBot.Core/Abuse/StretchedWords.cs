namespace ModBot.Core.Abuse;

/// <summary>Finds the word behind stretched letters, the squeezed reading having cut their runs to two: <c>asss</c>, <c>fuuck</c>, <c>bittchh</c>.</summary>
/// <param name="lexicon">The words.</param>
/// <param name="marked">What a word must be to be taken for one that has doubled letters, none of them written thrice.</param>
internal sealed class StretchedWords(AbuseLexicon lexicon, LexicalClassSet marked)
{
    private const int Longest = 40;
    private const int MostDoubles = 6;
    private const int ShortestDoubled = 5;

    /// <summary>Takes doubled letters for one: all of them, then each alone.</summary>
    public int Find(ReadOnlySpan<char> squeezed, ReadOnlySpan<char> folded)
    {
        int doubles = 0;
        for (int i = 1; i < squeezed.Length; i++)
            doubles += squeezed[i] == squeezed[i - 1] ? 1 : 0;
        if (doubles is 0 or > MostDoubles || squeezed.Length > Longest)
            return 0;
        bool stretched = HasTriple(folded);
        if (!stretched && squeezed.Length < ShortestDoubled)
            return 0;
        Span<char> single = stackalloc char[Longest];
        int word = Accept(lexicon.Find(single[..Collapse(squeezed, single, -1)]), stretched);
        for (int skip = 0; word == 0 && doubles > 1 && skip < doubles; skip++)
        {
            word = Accept(lexicon.Find(single[..Collapse(squeezed, single, skip)]), stretched);
            if (word == 0)
                word = Accept(lexicon.Find(single[..CollapseOnly(squeezed, single, skip)]), stretched);
        }

        return word;
    }

    private int Accept(int word, bool stretched) => word > 0 && (stretched || lexicon.ClassesOf(word).Meets(marked)) ? word : 0;

    /// <summary>Copies with every double made single, but the one numbered <paramref name="keep"/>.</summary>
    private static int Collapse(ReadOnlySpan<char> word, Span<char> into, int keep)
    {
        int length = 0;
        int seen = 0;
        for (int i = 0; i < word.Length; i++)
        {
            if (i > 0 && word[i] == word[i - 1] && seen++ != keep)
                continue;
            into[length++] = word[i];
        }

        return length;
    }

    private static int CollapseOnly(ReadOnlySpan<char> word, Span<char> into, int which)
    {
        int length = 0;
        int seen = 0;
        for (int i = 0; i < word.Length; i++)
        {
            if (i > 0 && word[i] == word[i - 1] && seen++ == which)
                continue;
            into[length++] = word[i];
        }

        return length;
    }

    private static bool HasTriple(ReadOnlySpan<char> word)
    {
        for (int i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
                return true;
        }

        return false;
    }
}
