namespace ModBot.Core.Text;

/// <summary>Where words begin and end in a folded text.</summary>
internal static class WordEdges
{
    /// <summary>True for characters that make one word with a neighbour of the same kind. Scripts written without blanks (Chinese, Thai, …) have none.</summary>
    public static bool Joins(char c) => c < 128 ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) && !WrittenWithoutBlanks(c);

    /// <summary>True where no word runs across the place before <paramref name="at"/>.</summary>
    public static bool IsEdge(ReadOnlySpan<char> text, int at) =>
        at <= 0 || at >= text.Length || !Joins(text[at - 1]) || !Joins(text[at]);

    private static bool WrittenWithoutBlanks(char c) =>
        c is (>= (char)0x0E00 and <= (char)0x0EFF) or (>= (char)0x1000 and <= (char)0x109F) or (>= (char)0x1780 and <= (char)0x17FF)
            or (>= (char)0x2E80 and <= (char)0xA4CF) or (>= (char)0xAC00 and <= (char)0xD7A3) or (>= (char)0xF900 and <= (char)0xFAFF);
}
