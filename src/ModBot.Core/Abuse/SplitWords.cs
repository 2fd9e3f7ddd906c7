using ModBot.Core.Text;

namespace ModBot.Core.Abuse;

/// <summary>Puts swear words and slurs together that were broken by blanks: <c>mo th er fu cker</c>, <c>as shole</c>.</summary>
internal static class SplitWords
{
    private const int MostParts = 5;
    private const int LongestPart = 5;
    private const int Longest = 16;

    /// <summary>A known word begins a broken one only when it is this short (as shole).</summary>
    private const int LongestKnownStart = 2;
    private const int ShortestWithKnownPart = 5;

    private static readonly LexicalClassSet Sought =
        LexicalClassSet.Of(LexicalClass.Prof2, LexicalClass.Prof3, LexicalClass.Slur3, LexicalClass.Insult3);

    public static void Join(TokenBuffer tokens, FoldedText squeezed, AbuseLexicon lexicon)
    {
        Span<char> joined = stackalloc char[Longest];
        for (int start = 0; start + 1 < tokens.Count; start++)
        {
            if (tokens[start].Length > LongestPart || (tokens[start].Word != 0 && tokens[start].Length > LongestKnownStart))
                continue;
            int length = 0;
            int unknown = 0;
            int grammar = 0;
            for (int part = start; part < tokens.Count && part < start + MostParts; part++)
            {
                ref AbuseToken token = ref tokens[part];
                bool follows = part == start || token.Start == tokens[part - 1].End + 1;
                if (!follows || token.Length > LongestPart || length + token.Length > Longest)
                    break;
                squeezed.Span.Slice(token.Start, token.Length).CopyTo(joined[length..]);
                length += token.Length;
                unknown += token.Word == 0 ? 1 : 0;
                grammar += token.Classes.Has(LexicalClass.Fn) ? 1 : 0;
                int parts = part - start + 1;
                if (parts < 2 || unknown == 0 || length < ShortestWithKnownPart - (grammar == 0 ? 1 : 0))
                    continue;
                int word = lexicon.Find(joined[..length]);
                if (word == 0 || !lexicon.ClassesOf(word).Meets(Sought))
                    continue;
                AbuseToken merged = tokens[start];
                merged.Length = token.End - merged.Start;
                merged.Word = word;
                merged.Classes = lexicon.ClassesOf(word).With(LexicalClass.Disguised);
                tokens.Merge(start, parts, merged);
                break;
            }
        }
    }
}
