namespace ModBot.Core.Text;

/// <summary>
/// Finds emoji in a text: Discord's custom ones and Unicode's, a sequence (skin tones, families, flags, keycaps) counting as one.
/// After emoji-data.txt of Unicode 15 (Unicode licence v3), whole blocks taken where nearly all of them are emoji.
/// </summary>
internal static class EmojiReader
{
    private const int Joiner = 0x200D;
    private const int ShownAsEmoji = 0xFE0F;
    private const int Keycap = 0x20E3;

    /// <summary>Shown as pictures without being asked to, outside of the planes that are all pictures.</summary>
    private static readonly (int First, int Last)[] Pictures =
    [
        (0x231A, 0x231B), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693),
        (0x26A1, 0x26A1), (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA), (0x26F2, 0x26F3), (0x26F5, 0x26F5),
        (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757),
        (0x2795, 0x2797), (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E),
        (0x1F191, 0x1F19A), (0x1F201, 0x1F201), (0x1F21A, 0x1F21A), (0x1F22F, 0x1F22F), (0x1F232, 0x1F236), (0x1F238, 0x1F23A), (0x1F250, 0x1F251), (0x1F300, 0x1F3FA),
        (0x1F400, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F7E0, 0x1F7EB), (0x1F7F0, 0x1F7F0), (0x1F90C, 0x1F9FF), (0x1FA70, 0x1FAFF),
    ];

    /// <summary>How many emoji a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int at = 0; at < text.Length;)
        {
            int end = End(text, at, out _);
            count += end > 0 ? 1 : 0;
            at = Math.Max(end, at + 1);
        }

        return count;
    }

    /// <summary>The end of the emoji that begins at a place; 0 where none does.</summary>
    /// <param name="text">The original text.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="custom">It is one of Discord's custom emoji.</param>
    public static int End(ReadOnlySpan<char> text, int at, out bool custom)
    {
        custom = false;
        char c = text[at];
        if (c == '<')
        {
            int end = CustomEnd(text, at);
            custom = end > 0;
            return end;
        }

        if (c < 0x80)
            return c is (>= '0' and <= '9') or '#' or '*' ? KeycapEnd(text, at) : 0;
        int next = at + Read(text, at, out int codePoint);
        if (IsFlagLetter(codePoint))
            return next < text.Length && Read(text, next, out int second) is var length && IsFlagLetter(second) ? next + length : next;
        if (!IsPicture(codePoint) && !(codePoint is >= 0x203C and <= 0x3299 && Is(text, next, ShownAsEmoji)))
            return 0;
        return SequenceEnd(text, next);
    }

    /// <summary>Skin tones, presentation marks, tags, and what joiners attach.</summary>
    private static int SequenceEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length)
        {
            int length = Read(text, at, out int codePoint);
            if (codePoint is ShownAsEmoji or Keycap or (>= 0x1F3FB and <= 0x1F3FF) or (>= 0xE0020 and <= 0xE007F))
            {
                at += length;
                continue;
            }

            if (codePoint != Joiner || at + 1 >= text.Length || Read(text, at + 1, out int joined) is var more && !IsPicture(joined) && joined is < 0x2000 or > 0x3299)
                return at;
            at += 1 + more;
        }

        return at;
    }

    /// <summary><c>&lt;:name:id&gt;</c> or <c>&lt;a:name:id&gt;</c>.</summary>
    private static int CustomEnd(ReadOnlySpan<char> text, int at)
    {
        int i = at + 1;
        if (i < text.Length && text[i] == 'a')
            i++;
        if (i >= text.Length || text[i] != ':')
            return 0;
        int name = ++i;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '_'))
            i++;
        if (i - name is < 2 or > 32 || i >= text.Length || text[i] != ':')
            return 0;
        int id = ++i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return i - id is >= 15 and <= 20 && i < text.Length && text[i] == '>' ? i + 1 : 0;
    }

    private static int KeycapEnd(ReadOnlySpan<char> text, int at)
    {
        int next = Is(text, at + 1, ShownAsEmoji) ? at + 2 : at + 1;
        return Is(text, next, Keycap) ? next + 1 : 0;
    }

    private static bool IsFlagLetter(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool Is(ReadOnlySpan<char> text, int at, int wanted) => at < text.Length && text[at] == wanted;

    private static bool IsPicture(int codePoint)
    {
        foreach ((int first, int last) in Pictures)
        {
            if (codePoint <= last)
                return codePoint >= first;
        }

        return false;
    }

    private static int Read(ReadOnlySpan<char> text, int at, out int codePoint)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            codePoint = char.ConvertToUtf32(text[at], text[at + 1]);
            return 2;
        }

        codePoint = text[at];
        return 1;
    }
}
