using System.Runtime.CompilerServices;
using ModBot.Core.Text;

namespace ModBot.Core.Spam;

/// <summary>
/// Takes the features of the built-in model from a text, block by block. The one place that names features: training, scoring
/// and explaining all go through it.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Characters of a reading that the model looks at; Discord's longest message has 4,000.</summary>
    public const int MaxCharacters = 8192;

    private const uint PairSalt = 0x3C6EF372;
    private const uint RawSalt = 0x1715609D;
    private const uint StructureSalt = 0x5C4DD124;
    private const uint LettersSalt = 0x4CF5AD43;

    /// <summary>Words, and neighbouring pairs of the folded reading; words as written, of the original.</summary>
    public static void Words<TSink>(TextViews text, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var tokens = new WordTokenizer(Bounded(text.Folded.Span));
        WordToken previous = default;
        while (tokens.Next(out WordToken token))
        {
            sink.Add(FeatureHash.Finish(token.Hash, 0), FeatureKind.Word, token.Start, token.Length);
            if (token.Kind == TokenKind.Symbol)
                continue;
            int end = token.Start + token.Length;
            if (previous.Length > 0)
                sink.Add(Pair(previous.Hash, token.Hash, PairSalt), FeatureKind.WordPair, previous.Start, end - previous.Start);
            previous = token;
        }

        RawWords(text.Original, ref sink);
    }

    /// <summary>Character n-grams of 3 to 5, words' edges and gaps included, of the folded reading; digits all read as one.</summary>
    public static void Letters<TSink>(TextViews text, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        ReadOnlySpan<char> folded = Bounded(text.Folded.Span);
        for (int i = -1; i + 2 <= folded.Length; i++)
        {
            uint hash = FeatureHash.Step(FeatureHash.Step(FeatureHash.LettersSeed, At(folded, i)), At(folded, i + 1));
            hash = FeatureHash.Step(hash, At(folded, i + 2));
            sink.Add(FeatureHash.Finish(hash, LettersSalt), FeatureKind.Letters, i, 3);
            if (i + 3 > folded.Length)
                break;
            hash = FeatureHash.Step(hash, At(folded, i + 3));
            sink.Add(FeatureHash.Finish(hash, LettersSalt), FeatureKind.Letters, i, 4);
            if (i + 4 > folded.Length)
                break;
            hash = FeatureHash.Step(hash, At(folded, i + 4));
            sink.Add(FeatureHash.Finish(hash, LettersSalt), FeatureKind.Letters, i, 5);
        }
    }

    /// <summary>Properties of the whole text, and pairs of those that tell something together.</summary>
    public static void Structure<TSink>(TextViews text, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        StructureSet set = StructureScan.Of(text);
        StructureSet rest = set;
        while (rest.TakeFirst(out StructureFeature feature))
        {
            sink.Add(FeatureHash.Finish((uint)feature, StructureSalt), FeatureKind.Structure, (int)feature, 0);
            if (feature > StructureFeature.HiddenCharacters)
                continue;
            StructureSet others = rest;
            while (others.TakeFirst(out StructureFeature other) && other <= StructureFeature.HiddenCharacters)
                sink.Add(FeatureHash.Finish(((uint)feature << 8) | (uint)other, StructureSalt), FeatureKind.StructurePair, (int)feature, (int)other);
        }
    }

    private static void RawWords<TSink>(string original, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var tokens = new WordTokenizer(Bounded(original));
        while (tokens.Next(out WordToken token))
        {
            if (token.Kind == TokenKind.Symbol)
                continue;
            uint hash = token.Kind == TokenKind.Number ? FeatureHash.OfWord(original.AsSpan(token.Start, Math.Min(token.Length, 16))) : token.Hash;
            sink.Add(FeatureHash.Finish(hash, RawSalt), FeatureKind.RawWord, token.Start, token.Length);
        }
    }

    private static ReadOnlySpan<char> Bounded(ReadOnlySpan<char> text) => text.Length <= MaxCharacters ? text : text[..MaxCharacters];

    private static uint Pair(uint first, uint second, uint salt) => FeatureHash.Finish(FeatureHash.Step(first * 0x85EBCA6B, second), salt);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint At(ReadOnlySpan<char> text, int index)
    {
        if ((uint)index >= (uint)text.Length)
            return ' ';
        uint character = text[index];
        return character - '0' <= 9u ? '0' : character;
    }
}
