namespace ModBot.Core.Text;

/// <summary>Percent-encoded UTF-8 (RFC 3986, section 2.1) inside a text.</summary>
internal static class PercentEncoding
{
    /// <summary>Reads one code point written as <c>%XX</c> sequences. False where there is none, it is malformed, or it means a control character.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out int codePoint, out int length)
    {
        length = 0;
        if (!TryByte(text, at, out codePoint))
            return false;
        if (codePoint < 0x80)
        {
            length = 3;
            return codePoint >= 0x20 && codePoint != 0x7F && !LooksLikeShare(text, at);
        }

        int more = codePoint switch { >= 0xC2 and < 0xE0 => 1, >= 0xE0 and < 0xF0 => 2, >= 0xF0 and < 0xF5 => 3, _ => 0 };
        if (more == 0)
            return false;
        codePoint &= 0x3F >> more;
        for (int i = 1; i <= more; i++)
        {
            if (!TryByte(text, at + (i * 3), out int next) || (next & 0xC0) != 0x80)
                return false;
            codePoint = (codePoint << 6) | (next & 0x3F);
        }

        length = 3 * (more + 1);
        return codePoint is > 0x9F and (< 0xD800 or > 0xDFFF) and <= 0x10FFFF && !(more == 2 && codePoint < 0x800) && !(more == 3 && codePoint < 0x10000);
    }

    /// <summary>"50%50" and "100%20" are shares, not escapes.</summary>
    private static bool LooksLikeShare(ReadOnlySpan<char> text, int at) =>
        at > 0 && char.IsAsciiDigit(text[at - 1]) && (at < 3 || text[at - 3] != '%') && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2])
        && (at + 3 >= text.Length || !(text[at + 3] == '%' || char.IsAsciiLetter(text[at + 3])));

    private static bool TryByte(ReadOnlySpan<char> text, int at, out int value)
    {
        value = 0;
        if (at + 2 >= text.Length || text[at] != '%' || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
            return false;
        value = (HexValue(text[at + 1]) << 4) | HexValue(text[at + 2]);
        return true;
    }

    private static int HexValue(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
