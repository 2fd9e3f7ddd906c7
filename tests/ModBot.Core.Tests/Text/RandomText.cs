using FsCheck;
using FsCheck.Fluent;

namespace ModBot.Core.Tests.Text;

/// <summary>Texts that try a reader: plain words, marks, other scripts, astral letters, lone surrogates, percent-encoding.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "free", "nitro", "assist", "f r e e", "f.r.e.e", "||", "**", "*", "_", "__", "~~", "`", "\\", "\n> ", "# ", " ", "  ", "\n", "\u00A0", "\u200B", "\u0301", "\u0336",
        "\uFE0F", "\u202E", "%66", "%", "%E2%82%AC", "%C3", "[x](https://a.example/b)", "https://", "discord . gg / x", "hxxp", "dot", "(.)", ".", "..", "@everyone", "@", "$h1t",
        "1337", "сосаіпе", "привет", "dіscоrd", "καλημέρα", "𝓯𝓻𝓮𝓮", "🇫🇷", "🇫", "🅰", "ﬃ", "①", "\uD83D", "\uDE00", "😀", "\uE000", "\uFFFF", "\0", "ß", "İ", "Ａ", "漢字", "xn--", "<@123456789012345678>",
        "aaaaaa", "!!!!", "f*ck", "f***", "e.g.", "3.14", "README.md", "://", "/", ":", "a", "b", "c", "8",
    ];

    public static readonly Arbitrary<string> Any = Arb.From(
        Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(string.Concat),
            Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(units => new string(units)),
            Gen.Choose(32, 126).Select(unit => (char)unit).ArrayOf().Select(units => new string(units))));

    public static void Holds(Func<string, bool> property) =>
        Prop.ForAll(Any, property).QuickCheckThrowOnFailure();
}
