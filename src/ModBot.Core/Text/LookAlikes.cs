namespace ModBot.Core.Text;

/// <summary>
/// Letters of other scripts that are drawn like Latin ones, from the Unicode security mechanisms' confusables (UTS #39,
/// Unicode licence v3), cut to single letters and extended by what is drawn alike only in capitals or in jest (И for N).
/// </summary>
internal static class LookAlikes
{
    private const byte StrongBit = 0x80;
    private const int FirstCovered = 0x0370;
    private const int LastCovered = 0xABBF;

    /// <summary>Indistinguishable at a glance.</summary>
    private static readonly (char Latin, string Forms)[] Strong =
    [
        ('a', "аАαΑꓮᗩᎪ"), ('b', "ВΒꓐᗷᏴ"), ('c', "сСϲᏟꓚᑕϹⲥ"), ('d', "ԁᎠꓓᗪᗞ"), ('e', "еЕΕᎬꓰҽ"), ('f', "ꓝᖴ"), ('g', "ԍᏀꓖց"), ('h', "НһΗᎻꓧᕼհᏂΉ"),
        ('i', "іІιΙᎥꓲⲓӀᏆ"), ('j', "јЈϳᎫꓙᒍյ"), ('k', "кКκΚᏦꓗᛕ"), ('l', "ӏᏞꓡᒪլ"), ('m', "мМΜᎷꓟᗰ"), ('n', "ΝꓠᑎոηՈ"), ('o', "оОοΟօՕⲟꓳᗝᏫ"),
        ('p', "рРρΡᏢꓑᑭⲣ"), ('q', "ԛզԚᑫ"), ('r', "ꓣᖇᎡᏒ"), ('s', "ѕЅᏕꓢᔕՏᏚ"), ('t', "тТτΤᎢꓔ"), ('u', "υսՍꓴᑌ"), ('v', "νѵѴᏙꓦᐯ"), ('w', "ԝᏔꓪᗯᎳω"),
        ('x', "хХχΧꓫⅹ᙭"), ('y', "уУΥүҮγᎩꓬ"), ('z', "ΖᏃꓜᘔ"),
    ];

    /// <summary>Read as the letter only beside letters that are plainly Latin, or that no language mixes with them.</summary>
    private static readonly (char Latin, string Forms)[] Weak =
    [
        ('a', "ДдΛλᎯΔ"), ('b', "вЬьбβъЪ"), ('c', "ς"), ('d', "δժ"), ('e', "єЄэЭεзΣξЗΞҿ"), ('f', "ғҒϝ"), ('g', "ɡ"), ('h', "нђћҺ"), ('i', "їЇ"), ('k', "қҚҝҡҟ"),
        ('l', "ԼІΙ"), ('m', "μ"), ('n', "иИпПлЛΠπ"), ('o', "фФθΘѲѳөӨσΦφΩ"), ('q', "գ"), ('r', "яЯгГґΓг"), ('s', "ꙅ"), ('t', "է"), ('u', "цЦЏџμ"),
        ('w', "шШщЩψΨѡաɯ"), ('x', "жЖҳҲӽ"), ('y', "чЧ"), ('z', "ζʒ"),
    ];

    /// <summary>Characters of scripts far from Latin that "fancy text" is drawn with; read like the weak ones.</summary>
    private static readonly (char Latin, string Forms)[] Drawn =
    [
        ('a', "ꍏꋬ卂"), ('b', "ꌃꃳ乃ც"), ('c', "ꉓꉔ匚"), ('d', "ꀸ꒯"), ('e', "ꍟꏂ乇"), ('f', "ꎇꊰ千"), ('g', "ꁅꍌᎶ"), ('h', "ꃅꁝ卄"),
        ('i', "ꀤ꒐丨"), ('j', "ꀭ꒻"), ('k', "ꀘҜӄ"), ('l', "꒒ㄥ"), ('m', "ꂵ爪"), ('n', "ꈤꋊ几ռ"), ('o', "ꂦꄲㄖ"), ('p', "ꉣ卩ք"),
        ('q', "ꆰ"), ('r', "ꋪ尺ཞ"), ('s', "ꌗꇙ丂ֆ"), ('t', "꓄ㄒ"), ('u', "ꀎ꒤ㄩ"), ('v', "ꃴ꒦"), ('w', "ꅏꅐ山"), ('x', "ꊼꉧ乂ӾӼӿ"),
        ('y', "ꌩꌦㄚყ"), ('z', "ꁴ乙"),
    ];

    /// <summary>Latin letters that stand in for Cyrillic ones in an otherwise Cyrillic word.</summary>
    private const string LatinInCyrillic = "aаbвcсeеhнiіkкmмoоpрtтxхyуjјsѕ";

    /// <summary>Letters that Russian does not use and that are drawn like Latin ones: a word with one of them is suspect.</summary>
    private const string Exotic = "іІјЈѕЅһҺԁԛԝӏӀѵүցօսոհϲҽԍ";

    private static readonly byte[] Table = Build();
    private static readonly char[] ToCyrillic = BuildCyrillic();

    /// <summary>True for letters of scripts that this table knows.</summary>
    public static bool Covers(char letter) =>
        letter is >= (char)FirstCovered and <= (char)LastCovered
        && letter is <= (char)0x058F or (>= (char)0x10D0 and <= (char)0x10FF) or (char)0x0F5E or (>= (char)0x13A0 and <= (char)0x16EA) or (>= (char)0x3105 and <= (char)0x312F) or (>= (char)0x4E00 and <= (char)0xA4CF) or (>= (char)0x2C80 and <= (char)0x2CFF) or (>= (char)0xA4D0 and <= (char)0xA4FF) or (>= (char)0xAB70 and <= (char)LastCovered);

    /// <summary>The Latin letter that this one is drawn like; '\0' for none.</summary>
    public static char Latin(char letter, out bool strong)
    {
        byte entry = letter is >= (char)FirstCovered and <= (char)LastCovered ? Table[letter - FirstCovered] : (byte)0;
        strong = (entry & StrongBit) != 0;
        return (char)(entry & ~StrongBit);
    }

    /// <summary>The Cyrillic letter that a plain Latin one is drawn like; '\0' for none.</summary>
    public static char Cyrillic(char latin) => latin < 128 ? ToCyrillic[latin] : '\0';

    /// <summary>True for letters that hardly stand in a word of their own script without others that are no look-alikes.</summary>
    public static bool IsExotic(char letter) => Exotic.Contains(letter, StringComparison.Ordinal) || IsFarFetched(letter);

    /// <summary>True for letters that English chat holds only for the way they look: Cherokee, Canadian syllabics, Lisu, Yi, strokes and signs of Chinese.</summary>
    public static bool IsFarFetched(char letter) =>
        letter is (>= (char)0x13A0 and <= (char)0x167F) or (>= (char)0xA000 and <= (char)0xA4FF) or (>= (char)0xAB70 and <= (char)LastCovered) or (>= (char)0x3105 and <= (char)0x312F)
        || "匚卄丨乇丂卩卂".Contains(letter, StringComparison.Ordinal);

    private static byte[] Build()
    {
        var table = new byte[LastCovered - FirstCovered + 1];
        Fill(table, Weak, 0);
        Fill(table, Drawn, 0);
        Fill(table, Strong, StrongBit);

        // Cherokee small letters look like their capitals.
        for (int c = 0xAB70; c <= 0xABBF; c++)
            table[c - FirstCovered] = table[c - 0xAB70 + 0x13A0 - FirstCovered];
        return table;
    }

    private static void Fill(byte[] table, (char Latin, string Forms)[] facts, byte bit)
    {
        foreach ((char latin, string forms) in facts)
        {
            foreach (char form in forms)
            {
                if (form is >= (char)FirstCovered and <= (char)LastCovered)
                    table[form - FirstCovered] = (byte)(latin | bit);
            }
        }
    }

    private static char[] BuildCyrillic()
    {
        var table = new char[128];
        for (int i = 0; i < LatinInCyrillic.Length; i += 2)
            table[LatinInCyrillic[i]] = LatinInCyrillic[i + 1];
        return table;
    }
}
