namespace ModBot.Core.Text;

/// <summary>
/// Decides word by word in which script a folded text is read. A word that mixes Latin letters with look-alikes is Latin; a
/// word of look-alikes alone is Latin only in a text that is otherwise Latin; a Cyrillic word with a few Latin letters slipped
/// in is Cyrillic. All else stays as it is, so that Russian or Greek text remains Russian or Greek.
/// </summary>
internal static class ScriptReading
{
    private const int ShortestAllLookAlike = 3;

    /// <summary>A mixed word of at most so many letters that could be either is read as the text around it (тнe).</summary>
    private const int LongestDoubtful = 4;

    public static void Resolve(ReadOnlySpan<char> original, FoldedText folded)
    {
        int latinWords = 0;
        int foreignWords = 0;
        for (int start = 0; NextWord(folded.Span, ref start, out int end); start = end)
        {
            Word word = Measure(original, folded, start, end);
            if (word.Latin >= 2 && word.Foreign == 0)
                latinWords++;
            else if (word.Latin == 0 && word.Foreign > 0 && !word.AllLookAlike)
                foreignWords++;
        }

        for (int start = 0; NextWord(folded.Span, ref start, out int end); start = end)
        {
            Word word = Measure(original, folded, start, end);
            if (word.Foreign == 0)
                continue;
            if (word.Latin == 0)
            {
                bool latin = latinWords > foreignWords || (latinWords == foreignWords && word.IsFarFetched);
                if (word.AllLookAlike && latin && end - start >= ShortestAllLookAlike)
                    ToLatin(original, folded, start, end);
            }
            else if (word.IsCyrillic && (end - start > LongestDoubtful || latinWords <= foreignWords))
            {
                ToCyrillic(folded, start, end);
            }
            else
            {
                ToLatin(original, folded, start, end);
            }
        }
    }

    /// <summary>Reads every look-alike as Latin, whatever stands around it: for host names, where only the drawing counts.</summary>
    public static void ForceLatin(ReadOnlySpan<char> original, FoldedText folded) => ToLatin(original, folded, 0, folded.Length);

    private static bool NextWord(ReadOnlySpan<char> text, ref int start, out int end)
    {
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsJoint(text, end)))
            end++;
        return end > start;
    }

    /// <summary>A sign written for a letter, inside a word: <c>ƒυ¢к</c>.</summary>
    private static bool IsJoint(ReadOnlySpan<char> text, int at) =>
        LookAlikes.Latin(text[at], out _) != '\0' || (LeetTable.Letter(text[at]) != '\0' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static bool IsGreek(char c) => c is >= 'Ͱ' and <= 'Ͽ';

    private static Word Measure(ReadOnlySpan<char> original, FoldedText folded, int start, int end)
    {
        int latin = 0, foreign = 0, plainlyForeign = 0, unmatchedLatin = 0, cyrillic = 0, greek = 0, weak = 0;
        bool exotic = false, farFetched = false;
        ReadOnlySpan<char> text = folded.Span;
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetterLower(c))
            {
                latin++;
                if (LookAlikes.Cyrillic(c) == '\0')
                    unmatchedLatin++;
                continue;
            }

            if (c < 128)
                continue;
            foreign++;
            if (c is >= 'Ѐ' and <= 'ӿ')
                cyrillic++;
            else if (IsGreek(c))
                greek++;
            char alike = LatinOf(original, folded, i, out bool strong);
            exotic |= LookAlikes.IsExotic(c);
            farFetched |= LookAlikes.IsFarFetched(c);
            if (alike == '\0')
                plainlyForeign++;
            else if (!strong)
                weak++;
        }

        // No language mixes these two.
        farFetched |= cyrillic > 0 && greek > 0;
        exotic |= farFetched;
        return new Word(
            latin,
            foreign,
            AllLookAlike: foreign > 0 && latin == 0 && plainlyForeign == 0 && (weak == 0 || exotic),
            IsCyrillic: cyrillic == foreign && plainlyForeign + weak > 0 && cyrillic > latin && unmatchedLatin == 0 && !exotic,
            IsFarFetched: farFetched);
    }

    private static void ToLatin(ReadOnlySpan<char> original, FoldedText folded, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            char c = folded.Span[i];
            if (c < 128)
                continue;
            char alike = LatinOf(original, folded, i, out _);
            if (alike == '\0')
                continue;

            // A small н reads as n behind a vowel (cocaiнe) and as h elsewhere (тнe): only its neighbour tells.
            if (c == 'н' && i > start && folded.Span[i - 1] is 'a' or 'e' or 'i' or 'o' or 'u' && original[folded.SourceOf(i)] == 'н')
                alike = 'n';
            folded.Replace(i, alike);
        }
    }

    private static void ToCyrillic(FoldedText folded, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (LookAlikes.Cyrillic(folded.Span[i]) is var alike and not '\0')
                folded.Replace(i, alike);
        }
    }

    /// <summary>By the letter as it was written, since a capital can be drawn alike where the small letter is not; else by the folded one.</summary>
    private static char LatinOf(ReadOnlySpan<char> original, FoldedText folded, int index, out bool strong)
    {
        char latin = LookAlikes.Latin(original[folded.SourceOf(index)], out strong);
        return latin != '\0' ? latin : LookAlikes.Latin(folded.Span[index], out strong);
    }

    private readonly record struct Word(int Latin, int Foreign, bool AllLookAlike, bool IsCyrillic, bool IsFarFetched);
}
