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
        ('a', "аАαΑꓮᗩᎪ"), ('b', "ВΒꓐᗷᏴ"), ('c', "сСϲᏟꓚᑕϹⲥ"), ('d', "ԁᎠꓓᗪᗞ"), ('e', "еЕΕᎬꓰҽ"), ('f', "ꓝᖴ"), ('g', "ԍᏀꓖց"), ('h', "НһΗᎻꓧᕼհᏂ"),
        ('i', "іІιΙᎥꓲⲓӀ"), ('j', "јЈϳᎫꓙᒍյ"), ('k', "кКκΚᏦꓗᛕ"), ('l', "ӏᏞꓡᒪլ"), ('m', "мМΜᎷꓟᗰ"), ('n', "ΝꓠᑎոηՈ"), ('o', "оОοΟօՕⲟꓳᗝ"),
        ('p', "рРρΡᏢꓑᑭⲣ"), ('q', "ԛզԚ"), ('r', "ꓣᖇᎡᏒ"), ('s', "ѕЅᏕꓢᔕՏᏚ"), ('t', "тТτΤᎢꓔ"), ('u', "υսՍꓴᑌ"), ('v', "νѵѴᏙꓦᐯ"), ('w', "ԝᏔꓪᗯᎳω"),
        ('x', "хХχΧꓫⅹ᙭"), ('y', "уУΥүҮγᎩꓬ"), ('z', "ΖᏃꓜ"),
    ];

    /// <summary>Read as the letter only beside letters that are plainly Latin, or that no language mixes with them.</summary>
    private static readonly (char Latin, string Forms)[] Weak =
    [
        ('a', "ДдΛλᎯΔ"), ('b', "вЬьбβъЪ"), ('c', "ςєЄ"), ('d', "δժ"), ('e', "эЭεзΣξЗΞҿ"), ('f', "ғҒϝ"), ('g', "ɡ"), ('h', "нђћҺ"), ('i', "їЇ"), ('k', "қҚҝҡ"),
        ('l', "ԼІΙ"), ('m', "μ"), ('n', "иИпПлЛΠπ"), ('o', "фФθΘѲѳөӨσΦφΩ"), ('q', "գ"), ('r', "яЯгГґΓг"), ('s', "ꙅ"), ('t', "է"), ('u', "цЦЏџμ"),
        ('w', "шШщЩψΨѡաɯ"), ('x', "жЖҳҲӽ"), ('y', "чЧ"), ('z', "ζʒ"),
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
        && letter is <= (char)0x058F or (>= (char)0x13A0 and <= (char)0x16EA) or (>= (char)0x2C80 and <= (char)0x2CFF) or (>= (char)0xA4D0 and <= (char)0xA4FF) or (>= (char)0xAB70 and <= (char)LastCovered);

    /// <summary>The Latin letter that this one is drawn like; '\0' for none.</summary>
    public static char Latin(char letter, out bool strong)
    {
        byte entry = letter is >= (char)FirstCovered and <= (char)LastCovered ? Table[letter - FirstCovered] : (byte)0;
        strong = (entry & StrongBit) != 0;
        return (char)(entry & ~StrongBit);
    }

    /// <summary>The Cyrillic letter that a plain Latin one is drawn like; '\0' for none.</summary>
    public static char Cyrillic(char latin) => latin < 128 ? ToCyrillic[latin] : '\0';

    public static bool IsExotic(char letter) => Exotic.Contains(letter, StringComparison.Ordinal);

    private static byte[] Build()
    {
        var table = new byte[LastCovered - FirstCovered + 1];
        Fill(table, Weak, 0);
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
