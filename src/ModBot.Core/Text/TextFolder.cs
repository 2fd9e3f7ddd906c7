namespace ModBot.Core.Text;

/// <summary>Makes the folded readings of a text, from tables of our own: they read the same under every globalization mode.</summary>
public static class TextFolder
{
    /// <summary>Fills <paramref name="into"/> with the folded reading; see <see cref="TextViews.Folded"/>. Linear in the text's length.</summary>
    public static void Fold(string text, FoldedText into) => Fold(text.AsSpan(), into);

    /// <inheritdoc cref="Fold(string, FoldedText)"/>
    public static void Fold(ReadOnlySpan<char> text, FoldedText into)
    {
        into.Clear(text.Length);
        into.Reserve(text.Length + 1);
        ReadOnlySpan<byte> marks = MarkdownMarks.Find(text, into);
        ushort[] ascii = FoldTable.Ascii;
        bool foreign = false;
        int i = 0;
        while (i < text.Length)
        {
            char c = text[i];
            if (c >= 128)
            {
                int length = ReadCodePoint(text, i, out int codePoint);
                foreign |= AppendCodePoint(codePoint, text, i, i + length, into);
                i += length;
            }
            else if (!marks.IsEmpty && marks[i] != MarkdownMarks.Keep)
            {
                if (marks[i] == MarkdownMarks.Space)
                    AppendSpace(into, i, i + 1);
                i++;
            }
            else if (c == '%' && PercentEncoding.TryRead(text, i, out int decoded, out int escaped))
            {
                foreign |= AppendCodePoint(decoded, text, i, i + escaped, into);
                i += escaped;
            }
            else
            {
                ushort plain = ascii[c];
                if (plain == ' ')
                    AppendSpace(into, i, i + 1);
                else if (plain != FoldTable.Nothing)
                    into.Append((char)plain, i, i + 1);
                i++;
            }
        }

        if (foreign)
            ScriptReading.Resolve(text, into);
    }

    /// <summary>Fills <paramref name="into"/> with the squeezed reading; see <see cref="TextViews.Squeezed"/>. Linear in the length.</summary>
    public static void Squeeze(FoldedText folded, FoldedText into) => TextSqueezer.Squeeze(folded, into);

    /// <summary>True where the character was of a script that has look-alikes of Latin letters.</summary>
    private static bool AppendCodePoint(int codePoint, ReadOnlySpan<char> text, int start, int end, FoldedText into)
    {
        ushort value = FoldTable.Find(codePoint, out bool found);
        if (!found)
        {
            if (codePoint < 0x10000)
            {
                into.Append((char)codePoint, start, end);
                return LookAlikes.Covers((char)codePoint);
            }

            // The second unit has the same source: a span over either covers the code point.
            into.Append((char)(0xD800 + ((codePoint - 0x10000) >> 10)), start, end);
            into.Append((char)(0xDC00 + ((codePoint - 0x10000) & 0x3FF)), start, end);
            return false;
        }

        switch (value)
        {
            case FoldTable.Nothing:
                return false;
            case FoldTable.Mark:
                into.ExtendLast(end);
                return false;
            case ' ':
                AppendSpace(into, start, end);
                return false;
            case >= FoldTable.FirstExpansion when value - FoldTable.FirstExpansion < FoldTable.Expansions.Length:
                foreach (char plain in FoldTable.Expansions[value - FoldTable.FirstExpansion])
                    into.Append(plain, start, end);
                return false;
        }

        if (codePoint is >= 0x1F1E6 and <= 0x1F1FF && IsFlag(text, start))
        {
            into.Append((char)(0xD800 + ((codePoint - 0x10000) >> 10)), start, end);
            into.Append((char)(0xDC00 + ((codePoint - 0x10000) & 0x3FF)), start, end);
            return false;
        }

        into.Append((char)value, start, end);
        return LookAlikes.Covers((char)value);
    }

    private static void AppendSpace(FoldedText into, int start, int end)
    {
        if (into.Length > 0 && into.Span[into.Length - 1] == ' ')
            into.ExtendLast(end);
        else
            into.Append(' ', start, end);
    }

    /// <summary>Two regional indicators that stand alone are a flag; beside letters or in longer runs they spell.</summary>
    private static bool IsFlag(ReadOnlySpan<char> text, int at)
    {
        int first = at;
        while (first >= 2 && at - first <= 4 && IsRegionalIndicator(text, first - 2))
            first -= 2;
        int last = at + 2;
        while (last - at <= 4 && IsRegionalIndicator(text, last))
            last += 2;
        return last - first == 4
            && (first == 0 || !char.IsLetterOrDigit(text[first - 1]))
            && (last >= text.Length || !char.IsLetterOrDigit(text[last]));
    }

    private static bool IsRegionalIndicator(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == 0xD83C && text[at + 1] is >= (char)0xDDE6 and <= (char)0xDDFF;

    private static int ReadCodePoint(ReadOnlySpan<char> text, int at, out int codePoint)
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
