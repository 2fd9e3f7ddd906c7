namespace ModBot.Core.Text;

/// <summary>
/// What each code point reads as, as pages of 256 so that a look-up is two array reads. Built once from <see cref="FoldFacts"/>
/// and the regular blocks (fullwidth, enclosed and mathematical letters); no culture data is asked.
/// </summary>
internal static class FoldTable
{
    /// <summary>Reads as nothing.</summary>
    public const ushort Nothing = 0;

    /// <summary>A combining mark: reads as nothing and belongs to the character before it.</summary>
    public const ushort Mark = 0xFFFE;

    /// <summary>The first value that stands for a text of <see cref="Expansions"/>; private use, which itself folds to nothing else.</summary>
    public const ushort FirstExpansion = 0xE000;

    private const int PageCount = 512;

    private static readonly ushort[]?[] Pages = new ushort[]?[PageCount];

    /// <summary>The texts that ligatures and parenthesised numbers read as.</summary>
    public static readonly string[] Expansions;

    /// <summary>ASCII: lower case, white space as a space, controls as <see cref="Nothing"/>.</summary>
    public static readonly ushort[] Ascii;

    static FoldTable()
    {
        var expansions = new List<string>();
        FillCase();
        FillRegularBlocks(expansions);
        Fill(FoldFacts.Stylised);
        Fill(FoldFacts.Punctuation);
        Fill(FoldFacts.Diacritics);
        foreach ((string plain, string forms) in FoldFacts.Ligatures)
        {
            foreach (char form in forms)
                SetExpansion(form, plain, expansions);
        }

        Resolve();
        FillRanges(FoldFacts.Invisible, Nothing);
        FillRanges(FoldFacts.CombiningMarks, Mark);
        FillRanges(FoldFacts.Spaces, ' ');
        Expansions = [.. expansions];
        Ascii = Pages[0]![..128];
    }

    /// <summary>What a code point reads as: a character, <see cref="Nothing"/>, <see cref="Mark"/>, or an expansion where <paramref name="found"/> is true.</summary>
    /// <param name="codePoint">A code point, lone surrogates included.</param>
    /// <param name="found">False where the code point reads as itself.</param>
    public static ushort Find(int codePoint, out bool found)
    {
        int page = codePoint >> 8;
        if (page < PageCount && Pages[page] is { } values)
        {
            ushort value = values[codePoint & 0xFF];
            found = page < 0x100 || value != 0xFFFF;
            return value;
        }

        found = codePoint is >= 0xE0000 and <= 0xE0FFF;
        return Nothing;
    }

    private static void FillCase()
    {
        for (int c = 0; c < 0xE000; c++)
        {
            char lower = char.ToLowerInvariant((char)c);
            if (lower != c)
                Set(c, lower);
        }
    }

    private static void FillRegularBlocks(List<string> expansions)
    {
        // Fullwidth ASCII.
        for (int c = 0xFF01; c <= 0xFF5E; c++)
            Set(c, char.ToLowerInvariant((char)(c - 0xFEE0)));

        for (int i = 0; i < 26; i++)
        {
            char letter = (char)('a' + i);
            // Parenthesised and circled letters, then squared, negative circled, negative squared and regional ones.
            Set(0x249C + i, letter);
            Set(0x24B6 + i, letter);
            Set(0x24D0 + i, letter);
            foreach (int block in (ReadOnlySpan<int>)[0x1F110, 0x1F130, 0x1F150, 0x1F170, 0x1F1E6])
                Set(block + i, letter);
        }

        // Circled, parenthesised, full-stopped and negative circled numbers.
        for (int i = 1; i <= 20; i++)
        {
            foreach (int block in (ReadOnlySpan<int>)[0x2460, 0x2474, 0x2488])
                SetExpansion(block + i - 1, i.ToString(), expansions);
        }

        for (int i = 1; i <= 9; i++)
        {
            foreach (int block in (ReadOnlySpan<int>)[0x24F5, 0x2776, 0x2780, 0x278A])
                Set(block + i - 1, (char)('0' + i));
        }

        Set(0x24EA, '0');
        Set(0x24FF, '0');

        FillMathematical();
    }

    /// <summary>U+1D400..1D7FF: thirteen Latin alphabets, five Greek ones, five rows of digits; and the segmented digits.</summary>
    private static void FillMathematical()
    {
        for (int c = 0x1D400; c < 0x1D6A4; c++)
            Set(c, (char)('a' + ((c - 0x1D400) % 26)));
        Set(0x1D6A4, 'i');
        Set(0x1D6A5, 'j');
        const string Greek = "αβγδεζηθικλμνξοπρθστυφχψω∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ";
        for (int c = 0x1D6A8; c < 0x1D7CA; c++)
            Set(c, Greek[(c - 0x1D6A8) % Greek.Length]);
        for (int c = 0x1D7CE; c < 0x1D800; c++)
            Set(c, (char)('0' + ((c - 0x1D7CE) % 10)));
        for (int i = 0; i < 10; i++)
            Set(0x1FBF0 + i, (char)('0' + i));
    }

    private static void Fill((char Plain, string Forms)[] facts)
    {
        foreach ((char plain, string forms) in facts)
        {
            foreach (char form in forms)
                Set(form, plain);
        }
    }

    /// <summary>Follows chains: a capital with a diacritic reads as its lower case, which reads as the plain letter.</summary>
    private static void Resolve()
    {
        for (int page = 0; page < 0x100; page++)
        {
            if (Pages[page] is not { } values)
                continue;
            for (int i = 0; i < 256; i++)
            {
                for (int step = 0; step < 3 && values[i] < FirstExpansion && Pages[values[i] >> 8] is { } next; step++)
                    values[i] = next[values[i] & 0xFF];
            }
        }
    }

    private static void FillRanges((int First, int Last)[] ranges, ushort value)
    {
        foreach ((int first, int last) in ranges)
        {
            for (int c = first; c <= last; c++)
                Set(c, value);
        }
    }

    private static void SetExpansion(int codePoint, string plain, List<string> expansions)
    {
        int known = expansions.IndexOf(plain);
        if (known < 0)
        {
            known = expansions.Count;
            expansions.Add(plain);
        }

        Set(codePoint, (ushort)(FirstExpansion + known));
    }

    private static void Set(int codePoint, ushort value)
    {
        ushort[] page = Pages[codePoint >> 8] ??= NewPage(codePoint >> 8);
        page[codePoint & 0xFF] = value;
    }

    private static ushort[] NewPage(int page)
    {
        var values = new ushort[256];
        for (int i = 0; i < 256; i++)
            values[i] = page < 0x100 ? (ushort)((page << 8) | i) : (ushort)0xFFFF;
        return values;
    }
}
