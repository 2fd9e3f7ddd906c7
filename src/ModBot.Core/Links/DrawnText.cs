namespace ModBot.Core.Links;

/// <summary>How a host label is drawn rather than spelled: letters that the eye confuses are one, and pairs that look like a letter are it.</summary>
internal static class DrawnText
{
    public static string Of(string text)
    {
        Span<char> into = stackalloc char[text.Length];
        return into[..Write(text, into)].ToString();
    }

    /// <summary>Writes the drawn form; never longer than the text. Returns its length.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<char> into)
    {
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char next = i + 1 < text.Length ? text[i + 1] : '\0';
            (char drawn, int taken) = (text[i], next) switch
            {
                ('r', 'n') => ('m', 2),
                ('v', 'v') => ('w', 2),
                ('c', 'l') => ('d', 2),
                ('0', _) => ('o', 1),
                ('1' or 'l' or '!' or '|', _) => ('i', 1),
                ('3', _) => ('e', 1),
                ('4', _) => ('a', 1),
                ('5', _) => ('s', 1),
                ('7', _) => ('t', 1),
                ('8', _) => ('b', 1),
                ('q', _) => ('g', 1),
                _ => (text[i], 1),
            };
            into[length++] = drawn;
            i += taken - 1;
        }

        return length;
    }

    /// <summary>The number of letters to insert, drop, change or swap with a neighbour to make one text of the other; more than <paramref name="limit"/> where it takes more.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
            return limit + 1;
        Span<int> before = stackalloc int[right.Length + 1];
        Span<int> previous = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int cost = left[i - 1] == right[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(current[j - 1] + 1, previous[j] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    best = Math.Min(best, before[j - 2] + 1);
                current[j] = best;
                least = Math.Min(least, best);
            }

            if (least > limit)
                return limit + 1;
            Span<int> spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[right.Length];
    }
}
