using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>Decides whether a reading of some characters as a word is what their author meant, or chance. Immutable.</summary>
internal sealed class DisguiseJudge(AbuseLexicon lexicon, WordPieces pieces)
{
    /// <summary>Signs that begin or end ordinary stretches of text, and so are no letters there.</summary>
    public const string Openers = "([{<|!+#^";
    public const string Closers = "!|<([{])}^+#";

    /// <summary>Readings of three letters are chance unless much speaks for them.</summary>
    private const int ShortestGuess = 4;
    private const int MostPieces = 5;

    private static readonly LexicalClassSet Strong = LexicalClassSet.Of(LexicalClass.Hide, LexicalClass.Prof3, LexicalClass.Slur3);

    /// <param name="reading">The folded reading.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="end">Behind its last character.</param>
    /// <param name="roles">What each character does, from <paramref name="start"/> on.</param>
    /// <param name="word">The lexicon's number of the word.</param>
    public bool IsMeant(FoldedText reading, int start, int end, ReadOnlySpan<LetterRole> roles, int word)
    {
        roles = roles[..(end - start)];
        var count = new RoleCounts(roles);
        if (!count.IsDisguised)
            return false;
        ReadOnlySpan<char> written = reading.Span[start..end];
        LexicalClassSet classes = lexicon.ClassesOf(word);
        bool strong = classes.Meets(Strong);
        return (count.Signs + count.Digits == 0 ? count.Letters + count.Alike > 1 : SignsFit(count, written, roles, classes))
            && (count.Alike == 0 || (strong && count.Length >= ShortestGuess && count.Hidden == 0))
            && (count.Hidden == 0 || (MasksFit(count, written, roles, strong) && (count.Repeats == 0 || RepeatsFit(count, written, roles))))
            && (count.Gaps > 0 ? PiecesFit(count, reading, start, end, roles, strong) : count.Replaced > 0 || RepeatsFit(count, written, roles));
    }

    /// <summary>Digits and signs are letters where enough true letters stand beside them, and where they are no numbers, brackets or marks.</summary>
    private static bool SignsFit(in RoleCounts count, ReadOnlySpan<char> written, ReadOnlySpan<LetterRole> roles, LexicalClassSet classes)
    {
        int shown = count.Letters + count.Alike;
        if (roles[0] == LetterRole.Sign && Openers.Contains(written[0], StringComparison.Ordinal) && count.Signs + count.Digits == 1)
            return false;
        if (roles[^1] != LetterRole.Stroke && Closers.Contains(written[^1], StringComparison.Ordinal) && !(written[^1] == '+' && count.Length > 2 && shown > 1))
            return false;
        if (roles[^1] == LetterRole.Stroke && written[^2] is '(' or '[')
            return false;
        if (roles[0] == LetterRole.Digit && written[0] is '6' or '9')
            return false;
        if (count.Digits > shown + count.Signs && (count.Length >= ShortestGuess || count.Repeats > 0))
            return false;
        if (count.Length >= ShortestGuess && IsNumbered(count, roles))
            return false;
        if (classes.Has(LexicalClass.Slur3) && shown * 2 <= count.Length)
            return false;
        if (shown == 0)
            return count.Gaps == 0 && count.Length <= ShortestGuess && written[0] is '@' or '$';
        bool deliberate = count.Strokes > 0 || written.ContainsAny('@', '$');
        return shown > 1 || (count.Gaps == 0 && (count.Length < ShortestGuess || (deliberate && classes.Meets(Strong))));
    }

    /// <summary>True for a name with a number behind it: <c>test15</c>.</summary>
    private static bool IsNumbered(in RoleCounts count, ReadOnlySpan<LetterRole> roles)
    {
        int digits = roles.Length - 1 - roles.LastIndexOfAnyExcept(LetterRole.Digit);
        return digits > 1 && digits == count.Digits + count.Signs;
    }

    private bool MasksFit(in RoleCounts count, ReadOnlySpan<char> written, ReadOnlySpan<LetterRole> roles, bool strong)
    {
        int shown = count.Length - count.Hidden;
        if (shown < 2 || count.Hidden > shown || count.Length < ShortestGuess)
            return false;
        if (count.HiddenVowels == 0)
            return true;
        if (!strong || roles[^1] == LetterRole.VowelMask)
            return false;
        for (int i = 1; i + 1 < roles.Length; i++)
        {
            // An everyday sign stands for a vowel only where no words stand on its sides.
            bool everyday = roles[i] == LetterRole.VowelMask && written[i] is '-' or '.' or '\'' or ':';
            if (everyday && (count.Hidden > 1 || (pieces.IsWord(written[..i], byBlanks: false) && pieces.IsWord(written[(i + 1)..], byBlanks: false))))
                return false;
        }

        return true;
    }

    /// <summary>Letters repeated and nothing else: three of one, or every letter doubled.</summary>
    private static bool RepeatsFit(in RoleCounts count, ReadOnlySpan<char> written, ReadOnlySpan<LetterRole> roles)
    {
        if (count.Repeats >= count.Length)
            return true;
        for (int i = 2; i < written.Length; i++)
        {
            if (roles[i] == LetterRole.Repeat && written[i] == written[i - 1] && written[i] == written[i - 2])
                return true;
        }

        return false;
    }

    private bool PiecesFit(in RoleCounts count, FoldedText reading, int start, int end, ReadOnlySpan<LetterRole> roles, bool strong)
    {
        var broken = new BrokenWord(pieces, reading, start, roles);
        if (!broken.IsEven || (broken.IsSaidAgain && count.Length < ShortestGuess))
            return false;
        ReadOnlySpan<char> text = reading.Span;
        if (broken.Singles == broken.Pieces)
        {
            return count.Length >= ShortestGuess
                ? count.Letters > count.Replaced
                : count.Replaced == 0 && broken.WidestGap == 1 && !GoesOn(text, start, end);
        }

        if (count.Repeats > 0 && !RepeatsFit(count, text[start..end], roles))
            return false;
        bool bent = count.Hidden + count.Alike > 0 || (count.Replaced > 0 && broken.HasBarePiece) || broken.HasSignAtEdge;
        bool scattered = broken.Pieces > MostPieces || (broken.WidestGap > 1 && !broken.IsSaidAgain && !broken.HasPicture);
        if (bent || scattered || (broken.HasBlank && !EndsFreely(text, end)))
            return false;

        // "as s": too short for scraps, but a letter said again across the blank.
        bool doubled = count.Length < ShortestGuess && broken.HasBlank && roles[^2] == LetterRole.Gap && text[end - 1] == text[end - 3];
        return (broken.IsOdd && strong && !broken.HasBlank) || broken.Scraps > 0 || doubled;
    }

    /// <summary>True where single letters go on before or behind: three of them are no word of their own.</summary>
    private static bool GoesOn(ReadOnlySpan<char> text, int start, int end) => IsSingle(text, start - 2) || IsSingle(text, end + 1);

    private static bool IsSingle(ReadOnlySpan<char> text, int at) =>
        at >= 0 && at < text.Length && char.IsLetter(text[at])
        && (at == 0 || !char.IsLetter(text[at - 1])) && (at + 1 == text.Length || !char.IsLetter(text[at + 1]));

    /// <summary>Words that were broken by blanks end as words do: "as S&amp;P" goes on.</summary>
    private static bool EndsFreely(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || text[end] is ' ' or '.' or ',' or '!' or '?' or ';' or ')' or '"';
}
