using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>What digits, signs and drawn letters may stand for inside a disguised word.</summary>
internal static class LetterSigns
{
    /// <summary>Characters that are written for several letters, or for one only inside a word; the <see cref="LeetTable"/> has the rest.</summary>
    private static readonly (char Sign, string Letters)[] Single =
    [
        ('1', "il"), ('6', "gb"), ('7', "tl"), ('9', "gq"), ('@', "ao"), ('!', "il"), ('|', "il"), ('(', "c"), ('<', "ck"), ('[', "c"), ('{', "c"), ('^', "a"), ('#', "h"),
        ('ß', "bs"), ('°', "o"),
    ];

    /// <summary>Letters drawn with several strokes, longer ones first.</summary>
    private static readonly (string Strokes, char Letter)[] Drawn =
    [
        ("|\\/|", 'm'), ("/\\/\\", 'm'), ("\\/\\/", 'w'), ("|\\|", 'n'), ("|_|", 'u'), ("|-|", 'h'), ("}-{", 'h'), ("(_)", 'u'), ("]-[", 'h'),
        ("|<", 'k'), ("|{", 'k'), ("|)", 'd'), ("|3", 'b'), ("|>", 'p'), ("|=", 'f'), ("|_", 'l'), ("_|", 'j'), ("()", 'o'), ("[]", 'o'), ("/\\", 'a'),
        ("/-\\", 'a'), ("\\/", 'v'), ("><", 'x'), ("}{", 'x'), ("ph", 'f'), ("vv", 'w'), ("uu", 'w'), ("rn", 'm'),
    ];

    private static readonly string[] Table = BuildTable();

    /// <summary>The letters that a digit or sign may stand for; empty for none.</summary>
    public static string Letters(char sign) => sign < Table.Length ? Table[sign] : "";

    /// <summary>The letter that one letter is drawn like; '\0' for none.</summary>
    /// <param name="letter">A letter from a to z.</param>
    /// <param name="previous">What stands before, and what follows: a q alone is a q, an l before a vowel is an l.</param>
    /// <param name="next"></param>
    public static char Alike(char letter, char previous, char next) => letter switch
    {
        'v' => 'u',
        'q' when previous == 'q' || next == 'q' => 'g',
        'l' when next is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'l') => 'i',
        _ => '\0',
    };

    /// <summary>True where two letters are written for another one.</summary>
    public static bool IsDrawn(char first, char second) => (first, second) is ('p', 'h') or ('v', 'v') or ('u', 'u') or ('r', 'n');

    /// <summary>Signs that hide any letter.</summary>
    public static bool HidesAny(char sign) => sign is '*' or '#' or '•' or '█' or '■' or '●' or '▇';

    /// <summary>Signs that hide a vowel between two letters.</summary>
    public static bool HidesVowel(char sign) => sign is '-' or '.' or '_' or '@' or '$' or '%' or '&' or '?' or '!' or '^' or '~' or '=' or ':' or '0' or '3' or '1' or '4' or 'x' or 'v' or '\'';

    /// <summary>Lists the drawn letters that begin at a place.</summary>
    public static ReadOnlySpan<(string Strokes, char Letter)> DrawnLetters => Drawn;

    private static string[] BuildTable()
    {
        string[] table = new string[0x2300];
        for (char sign = '\0'; sign < table.Length; sign++)
            table[sign] = LeetTable.Letter(sign) is var letter and not '\0' ? letter.ToString() : "";
        foreach ((char sign, string letters) in Single)
            table[sign] = letters;
        return table;
    }
}
