namespace ModBot.Core.Abuse;

/// <summary>Finds the word behind <c>f**k</c>, <c>c***</c>, <c>sh#t</c> or <c>n_gger</c>.</summary>
/// <param name="words">Candidates, the likeliest first.</param>
internal sealed class MaskedWords(IReadOnlyList<(string Text, int Word)> words)
{
    private const string Marks = "*#_";

    /// <summary>One mask in a word shorter than this says too little (<c>as*</c>).</summary>
    private const int ShortestWithOneMask = 4;

    /// <summary>True for characters that stand for a hidden letter.</summary>
    public static bool IsMask(char c) => Marks.Contains(c, StringComparison.Ordinal);

    /// <summary>The first word whose letters agree, every mask standing for one letter, or a run of masks for one to four; 0 for none.</summary>
    public int Find(ReadOnlySpan<char> masked)
    {
        int masks = 0;
        int letters = 0;
        foreach (char c in masked)
        {
            if (IsMask(c))
                masks++;
            else
                letters++;
        }

        if (masks == 0 || letters == 0 || (masks == 1 && masked.Length < ShortestWithOneMask) || (IsMask(masked[0]) && letters < 3))
            return 0;
        foreach ((string text, int word) in words)
        {
            if (text.Length == masked.Length && Agrees(text, masked))
                return word;
        }

        // A single mark for several letters (f*k) asks for letters on both sides.
        if (letters < 2 || IsMask(masked[^1]) || IsMask(masked[0]))
            return 0;
        int first = masked.IndexOfAny(Marks);
        int last = masked.LastIndexOfAny(Marks);
        if (last - first + 1 != masks)
            return 0;
        foreach ((string text, int word) in words)
        {
            int hidden = text.Length - letters;
            if (hidden is >= 1 and <= 4 && text.AsSpan().StartsWith(masked[..first]) && text.AsSpan().EndsWith(masked[(last + 1)..]))
                return word;
        }

        return 0;
    }

    private static bool Agrees(string text, ReadOnlySpan<char> masked)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != masked[i] && !IsMask(masked[i]))
                return false;
        }

        return true;
    }
}
