namespace ModBot.Core.Text;

/// <summary>Digits and symbols that are written for letters.</summary>
internal static class LeetTable
{
    /// <summary>Symbol and letter, in pairs. Digits read as letters are among them.</summary>
    private const string Pairs = "0o1i3e4a5s6g7t8b9g@a$s!i|l+t€e£l¥y¢c©c®r×x§s∂d∑e√v∩n∪u†t‡t¡i∆a₿b₵c₫d₣f₲g₭k₤l₥m₦n₱p₮t₩w₴s₳a₡c₢g₧p฿b₽p";

    private static readonly char[] Ascii = new char[128];
    private static readonly char[] Symbols = new char[0x2300];

    /// <summary>Every digit and symbol that may stand for a letter.</summary>
    public static IEnumerable<char> All => Pairs.Where((_, index) => index % 2 == 0);

    static LeetTable()
    {
        for (int i = 0; i < Pairs.Length; i += 2)
        {
            Symbols[Pairs[i]] = Pairs[i + 1];
            if (Pairs[i] < 128)
                Ascii[Pairs[i]] = Pairs[i + 1];
        }
    }

    /// <summary>The letter that a digit or symbol may stand for; '\0' for none.</summary>
    public static char Letter(char symbol) => symbol < 128 ? Ascii[symbol] : symbol < Symbols.Length ? Symbols[symbol] : '\0';
}
