namespace ModBot.Core.Text;

/// <summary>Makes the squeezed reading: letters that were pulled apart, stretched or written as digits, brought together.</summary>
internal static class TextSqueezer
{
    /// <summary>So many letters that stand alone, with nothing but separators between, are one word.</summary>
    private const int FewestSpelled = 3;

    /// <summary>Of these so many must be letters; digits and signs may stand for the rest.</summary>
    private const int FewestLetters = 2;

    /// <summary>At most so many separators stand between two of them.</summary>
    private const int WidestGap = 3;

    /// <summary>A digit behind at least so many letters, or before at least <see cref="LettersAfterDigit"/>, may be one.</summary>
    private const int LettersBeforeDigit = 4;
    private const int LettersAfterDigit = 3;

    private const string Separators = ".,-_*/\\|~+'\"·•:;^=#&` ∙‧・★☆♥❤";

    private const byte OtherClass = 0;
    private const byte LetterClass = 1;
    private const byte DigitClass = 2;
    private const byte SymbolClass = 3;

    private static readonly byte[] Classes = BuildClasses();

    public static void Squeeze(FoldedText folded, FoldedText into)
    {
        into.Clear(folded.SourceLength);
        into.Reserve(folded.Length);
        ReadOnlySpan<char> text = folded.Span;
        int i = 0;
        while (i < text.Length)
        {
            byte kind = Class(text[i]);
            if (kind == OtherClass)
            {
                Copy(folded, i, text[i], into);
                i++;
                continue;
            }

            int end = i + 1;
            int seen = 1 << kind;
            while (end < text.Length && Class(text[end]) is var next and not OtherClass)
            {
                seen |= 1 << next;
                end++;
            }

            if (kind == LetterClass && (end == i + 1 || IsSeparator(text[i + 1])) && Spelled(folded, i) is var last and > 0)
            {
                Spell(folded, i, last, into);
                i = last;
                continue;
            }

            if (seen == 1 << LetterClass || (seen & (1 << LetterClass)) == 0)
                CopyWord(folded, i, end, into);
            else
                ReadLeet(folded, i, end, into);
            i = end;
        }
    }

    private static byte Class(char c) => c < 128 ? Classes[c]
        : LeetTable.Letter(c) != '\0' ? SymbolClass
        : char.IsLetter(c) ? LetterClass
        : OtherClass;

    /// <summary>The end of a run of single letters with separators between that starts here; 0 where there is none.</summary>
    private static int Spelled(FoldedText folded, int start)
    {
        ReadOnlySpan<char> text = folded.Span;
        if (IsContraction(text, start))
            return 0;
        int letters = 1;
        int signs = 0;
        int digits = 0;
        int last = start + 1;
        int width = 0;
        while (NextSingle(folded, last, ref width) is var at and > 0)
        {
            _ = Class(text[at]) switch { LetterClass => letters++, DigitClass => digits++, _ => signs++ };
            last = at + 1;
        }

        return letters >= FewestLetters && letters + signs >= FewestSpelled && letters > digits + signs ? last : 0;
    }

    /// <summary>Either letter of <c>i'm</c>: "i'm a …" is not spelled out.</summary>
    private static bool IsContraction(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("i'm", StringComparison.Ordinal) || (at > 1 && text[(at - 2)..].StartsWith("i'm", StringComparison.Ordinal));

    /// <summary>Where the next single letter or leet sign stands behind at least one separator; 0 where there is none.</summary>
    /// <param name="folded">The text.</param>
    /// <param name="from">Behind the letter before.</param>
    /// <param name="width">Units of the widest blank before that letter; becomes that of this one.</param>
    private static int NextSingle(FoldedText folded, int from, ref int width)
    {
        ReadOnlySpan<char> text = folded.Span;
        int at = from;
        int widest = 0;
        while (at < text.Length && at - from <= WidestGap && IsSeparator(text[at]))
        {
            if (text[at] == ' ')
                widest = folded.SourceEndOf(at) - folded.SourceOf(at);
            at++;
        }

        // A wider blank than between the letters before ends the word: "f r e e  n i t r o".
        bool separated = at > from && at - from <= WidestGap && (width != 1 || widest <= 1);
        width = widest;
        if (!separated || at >= text.Length || Class(text[at]) == OtherClass)
            return 0;
        bool single = at + 1 >= text.Length || Class(text[at + 1]) == OtherClass || IsSeparator(text[at + 1]);
        return single ? at : 0;
    }

    private static void Spell(FoldedText folded, int start, int end, FoldedText into)
    {
        ReadOnlySpan<char> text = folded.Span;
        for (int i = start; i < end; i++)
        {
            if (IsSeparator(text[i]))
                continue;
            char letter = LeetTable.Letter(text[i]);
            CopyLetter(folded, i, letter == '\0' ? text[i] : letter, into);
        }
    }

    private static bool IsSeparator(char c) => Separators.Contains(c, StringComparison.Ordinal);

    /// <summary>Reads digits and symbols between letters as letters; at the edges only where a word is likelier than a number or a mark.</summary>
    private static void ReadLeet(FoldedText folded, int start, int end, FoldedText into)
    {
        ReadOnlySpan<char> text = folded.Span;
        int firstLetter = start;
        while (Class(text[firstLetter]) != LetterClass)
            firstLetter++;
        int lastLetter = end - 1;
        while (Class(text[lastLetter]) != LetterClass)
            lastLetter--;
        bool leetInside = false;
        for (int i = firstLetter; i < lastLetter; i++)
            leetInside |= Class(text[i]) != LetterClass;
        bool address = IsAddress(text, start, end);
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            char letter = Class(c) == LetterClass ? '\0' : LeetTable.Letter(c);
            bool reads = letter != '\0' && !(c == '@' && address) && (i < firstLetter
                ? Leads(text, i, firstLetter, end)
                : i < lastLetter || Trails(text, i, start, lastLetter, end, leetInside));
            if (!reads)
            {
                CopyLetter(folded, i, c, into);
                continue;
            }

            if (c == '1')
                letter = OneAs(text, i, start, end);
            CopyLetter(folded, i, letter, into);
        }
    }

    /// <summary>A sign before the first letter: <c>$hit</c>, <c>@ss</c>, <c>5hit</c>; not <c>!play</c>, <c>2nd</c>, <c>@everyone</c>.</summary>
    private static bool Leads(ReadOnlySpan<char> text, int at, int firstLetter, int end) => text[at] switch
    {
        '@' => at == firstLetter - 1 && !text[firstLetter..end].SequenceEqual("everyone") && !text[firstLetter..end].SequenceEqual("here"),
        '$' => true,
        '!' or '+' or '|' or '£' or '€' or '¥' or '©' or '®' or '§' or '†' => false,
        _ when Class(text[at]) == DigitClass => at == firstLetter - 1 && (at == 0 || Class(text[at - 1]) != DigitClass) && end - firstLetter >= LettersAfterDigit,
        _ => true,
    };

    /// <summary>A sign behind the last letter: <c>a$$</c>, <c>nigg4</c>, <c>h3ll0</c>; not <c>wow!</c>, <c>mp3</c>, <c>covid19</c>.</summary>
    private static bool Trails(ReadOnlySpan<char> text, int at, int start, int lastLetter, int end, bool leetInside) => text[at] switch
    {
        '$' => true,
        '!' or '+' or '|' or '@' or '£' or '€' or '¥' or '©' or '®' or '§' or '†' => false,
        _ when Class(text[at]) == DigitClass => (end - lastLetter == 2 && (leetInside || lastLetter + 1 - start >= LettersBeforeDigit)) || EndsDoubled(text, lastLetter, start, end),
        _ => true,
    };

    /// <summary>A doubled digit that ends a word as its letter would: <c>fr33</c>, <c>b00</c>, <c>ki11</c>, <c>a55</c>; not <c>win11</c>.</summary>
    private static bool EndsDoubled(ReadOnlySpan<char> text, int lastLetter, int start, int end) =>
        end - lastLetter == 3 && text[end - 1] == text[end - 2] && text[end - 1] switch
        {
            '3' => lastLetter > start,
            '0' => true,
            '1' or '5' => text[lastLetter] is 'a' or 'e' or 'i' or 'o' or 'u',
            _ => false,
        };

    /// <summary>1 is drawn for i and for l: next to another 1 or an l, and behind an i, it is an l.</summary>
    private static char OneAs(ReadOnlySpan<char> text, int at, int start, int end)
    {
        char before = at > start ? text[at - 1] : '\0';
        char after = at + 1 < end ? text[at + 1] : '\0';
        return before is '1' or 'l' or 'i' or '!' || after is '1' or 'l' ? 'l' : 'i';
    }

    private static bool IsAddress(ReadOnlySpan<char> text, int start, int end) =>
        end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetter(text[end + 1]) && text[start..end].Contains('@');

    private static void CopyWord(FoldedText folded, int start, int end, FoldedText into)
    {
        for (int i = start; i < end; i++)
            CopyLetter(folded, i, folded.Span[i], into);
    }

    /// <summary>Copies, cutting a run of one letter to two.</summary>
    private static void CopyLetter(FoldedText folded, int index, char letter, FoldedText into)
    {
        int length = into.Length;
        ReadOnlySpan<char> written = into.Span;
        if (length >= 2 && written[length - 1] == letter && written[length - 2] == letter && char.IsLetter(letter))
            into.ExtendLast(folded.SourceEndOf(index));
        else
            Copy(folded, index, letter, into);
    }

    private static void Copy(FoldedText folded, int index, char letter, FoldedText into) =>
        into.AppendFast(letter, folded.SourceOf(index), folded.SourceEndOf(index));

    private static byte[] BuildClasses()
    {
        var classes = new byte[128];
        for (char c = '\0'; c < 128; c++)
        {
            classes[c] = char.IsAsciiLetter(c) ? LetterClass
                : char.IsAsciiDigit(c) ? DigitClass
                : LeetTable.Letter(c) != '\0' ? SymbolClass
                : OtherClass;
        }

        return classes;
    }
}
