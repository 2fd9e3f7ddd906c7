namespace ModBot.Core.Abuse;

/// <summary>
/// Finds the words that differ from a token by one slip: a letter left out, put in, changed, or two swapped. The first letter must
/// agree. Immutable. Works by the words that both become when a letter is left out.
/// </summary>
internal sealed class NearWords
{
    /// <summary>Shorter words have too many honest neighbours.</summary>
    public const int Shortest = 5;

    private const int Longest = 20;

    /// <summary>Letters that are written for one another.</summary>
    private static readonly string[] Kin = ["aeiouy", "ckqx", "sz", "ijly", "uvw", "gqj", "mn", "td"];

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byRest;
    private readonly Func<int, string> textOf;

    /// <param name="words">The words to find, shorter ones are left out.</param>
    /// <param name="textOf">A word's text by its number.</param>
    public NearWords(IEnumerable<int> words, Func<int, string> textOf)
    {
        this.textOf = textOf;
        var rests = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int word in words)
        {
            string text = textOf(word);
            if (text.Length is < Shortest or > Longest)
                continue;
            rests.TryAdd(text, word);
            for (int i = 1; i < text.Length; i++)
                rests.TryAdd(text.Remove(i, 1), word);
        }

        byRest = rests.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of a word one slip away; 0 where there is none.</summary>
    public int Find(ReadOnlySpan<char> token)
    {
        if (token.Length is < Shortest or > Longest)
            return 0;
        if (byRest.TryGetValue(token, out int word) && IsNear(token, textOf(word)))
            return word;
        Span<char> rest = stackalloc char[Longest];
        token[..1].CopyTo(rest);
        for (int i = 1; i < token.Length; i++)
        {
            token[1..i].CopyTo(rest[1..]);
            token[(i + 1)..].CopyTo(rest[i..]);
            if (byRest.TryGetValue(rest[..(token.Length - 1)], out word) && IsNear(token, textOf(word)))
                return word;
        }

        return 0;
    }

    /// <summary>Both lost a letter to meet: true only where that was one slip, and one that people make or hide behind.</summary>
    private static bool IsNear(ReadOnlySpan<char> token, ReadOnlySpan<char> word)
    {
        int first = token.CommonPrefixLength(word);
        if (token.Length != word.Length)
        {
            ReadOnlySpan<char> longer = token.Length > word.Length ? token : word;
            return Math.Abs(token.Length - word.Length) == 1 && first < longer.Length && IsLooseLetter(longer, first);
        }

        int last = token.Length - 1;
        while (last > first && token[last] == word[last])
            last--;
        return last <= first
            ? first == token.Length || AreAlike(token[first], word[first])
            : last == first + 1 && token[first] == word[last] && token[last] == word[first];
    }

    /// <summary>A letter that comes and goes without changing the sound much.</summary>
    private static bool IsLooseLetter(ReadOnlySpan<char> word, int at) =>
        "aeiouhwy".Contains(word[at], StringComparison.Ordinal) || word[at] == word[at - 1] || (at + 1 < word.Length && word[at] == word[at + 1]) || word[at] is 'c' or 'k';

    private static bool AreAlike(char left, char right)
    {
        foreach (string kin in Kin)
        {
            if (kin.Contains(left, StringComparison.Ordinal) && kin.Contains(right, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
