using System.Collections.Frozen;

namespace ModBot.Core.Abuse;

/// <summary>Tells ordinary words from scraps, for the pieces that a word may have been broken into. Immutable.</summary>
internal sealed class WordPieces
{
    private static readonly LexicalClassSet Swearing = LexicalClassSet.Of(LexicalClass.Prof2, LexicalClass.Prof3);

    private readonly AbuseLexicon lexicon;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ordinary;

    /// <param name="lexicon">Its words count as words too.</param>
    /// <param name="ordinary">Ordinary words that the lexicon need not know otherwise.</param>
    public WordPieces(AbuseLexicon lexicon, IEnumerable<string> ordinary)
    {
        this.lexicon = lexicon;
        this.ordinary = ordinary.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>True for an ordinary word, a single letter, and what has no letter; where blanks part the pieces also for a swear word, which is found without its neighbours.</summary>
    public bool IsWord(ReadOnlySpan<char> piece, bool byBlanks) =>
        piece.Length < 2 || ordinary.Contains(piece) || !HasLetter(piece)
        || (piece.Length > 2 && lexicon.Find(piece) is var word and > 0 && (byBlanks || !lexicon.ClassesOf(word).Meets(Swearing)));

    public static bool HasLetter(ReadOnlySpan<char> piece)
    {
        foreach (char c in piece)
        {
            if (char.IsLetter(c))
                return true;
        }

        return false;
    }
}
