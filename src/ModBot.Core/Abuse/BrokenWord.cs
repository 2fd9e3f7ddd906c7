using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>A word that separators break into pieces, measured.</summary>
internal readonly ref struct BrokenWord
{
    /// <summary>Signs that nobody writes inside ordinary words.</summary>
    private const string OddSeparators = "*~|+=^•·";

    /// <summary>Where emoji and other pictures begin, more or less: they part letters like odd signs.</summary>
    private const char FirstPicture = '\u2000';

    public BrokenWord(WordPieces words, FoldedText reading, int start, ReadOnlySpan<LetterRole> roles)
    {
        ReadOnlySpan<char> written = reading.Span.Slice(start, roles.Length);
        bool byBlanks = false;
        int from = 0;
        int letters = 0;
        int gap = 0;
        int blank = 0;
        IsEven = true;
        for (int i = 0; i <= roles.Length; i++)
        {
            if (i < roles.Length && roles[i] != LetterRole.Gap)
            {
                IsSaidAgain |= gap > 0 && roles[i] == LetterRole.Repeat;
                letters += roles[i] is LetterRole.Repeat or LetterRole.Stroke ? 0 : 1;
                gap = 0;
                continue;
            }

            byBlanks = i < roles.Length ? written[i] == ' ' : byBlanks;
            if (letters > 0)
            {
                ReadOnlySpan<char> piece = written[from..i];
                Pieces++;
                Singles += letters == 1 ? 1 : 0;
                Scraps += words.IsWord(piece, byBlanks) ? 0 : 1;
                HasBarePiece |= !WordPieces.HasLetter(piece);
                HasSignAtEdge |= i < roles.Length && letters > 1 && DisguiseJudge.Closers.Contains(piece[^1], StringComparison.Ordinal);
            }

            if (i < roles.Length)
            {
                WidestGap = Math.Max(WidestGap, ++gap);
                IsOdd |= OddSeparators.Contains(written[i], StringComparison.Ordinal) || written[i] >= FirstPicture;
                HasPicture |= written[i] >= FirstPicture;
                if (byBlanks)
                {
                    (_, int size) = reading.SourceSpan(start + i, 1);
                    IsEven &= blank == 0 || size > 1 == blank > 1;
                    blank = size;
                }
            }

            from = i + 1;
            letters = 0;
        }

        HasBlank = blank > 0;
    }

    public int Pieces { get; }

    /// <summary>Pieces of a single letter, written once or more often.</summary>
    public int Singles { get; }

    /// <summary>Pieces that are no ordinary words.</summary>
    public int Scraps { get; }

    /// <summary>Characters of the widest gap.</summary>
    public int WidestGap { get; }

    public bool HasBlank { get; }

    public bool IsOdd { get; }

    public bool HasPicture { get; }

    /// <summary>All blanks are about as wide: <c>f u c k  y o u</c> are two words.</summary>
    public bool IsEven { get; }

    /// <summary>A letter is said once more behind a gap: <c>sh-hi-it</c>.</summary>
    public bool IsSaidAgain { get; }

    /// <summary>A piece has only digits and signs.</summary>
    public bool HasBarePiece { get; }

    /// <summary>A sign that ends ordinary stretches of text stands before a gap.</summary>
    public bool HasSignAtEdge { get; }
}
