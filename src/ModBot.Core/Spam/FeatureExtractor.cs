using System.Runtime.CompilerServices;
using ModBot.Core.Text;

namespace ModBot.Core.Spam;

/// <summary>
/// Takes the features of the built-in model from a text, block by block. The one place that names features: training, scoring
/// and explaining all go through it. Its loops are compiled at full optimisation at once: the tiered compiler's profile, taken
/// while training, makes them slower.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Blocks of features, each normalised by its own length: words, letters, structure.</summary>
    public const int Blocks = 3;

    /// <summary>Characters of a reading that the model looks at; Discord's longest message has 4,000.</summary>
    public const int MaxCharacters = 8192;

    private const uint PairSalt = 0x3C6EF372;
    private const uint RawSalt = 0x1715609D;
    private const uint StructureSalt = 0x5C4DD124;
    private const uint LettersSalt = 0x4CF5AD43;

    /// <summary>
    /// What a feature of a block is multiplied by, so that long texts and short ones compare. A constant is added to the length
    /// lest the few features of a very short text shout.
    /// </summary>
    /// <param name="block">0 to 2.</param>
    /// <param name="length">The sum of <see cref="FrequencyCode"/>s of the block's features.</param>
    public static float ScaleOf(int block, long length) =>
        block == Blocks - 1 ? 0.5f / MathF.Sqrt((length * FrequencyCode.Step) + 40) : 1 / MathF.Sqrt((length * FrequencyCode.Step) + 300);

    /// <summary>Hands all features of the text to the sink.</summary>
    public static void Extract<TSink>(TextViews text, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        ReadOnlySpan<char> original = Bounded(text.Original);
        ReadOnlySpan<char> folded = Bounded(text.Folded.Span);
        var structure = default(StructureSet);
        Words(folded, ref structure, ref sink);
        if (!original.Equals(folded, StringComparison.OrdinalIgnoreCase))
            RawWords(original, ref sink);
        sink.EndBlock();
        Letters(folded, ref sink);
        sink.EndBlock();
        int digits = ShapeScan.Scan(original, ref structure);
        LinkScan.Scan(original, digits, ref structure);
        Structure(structure, ref sink);
        sink.EndBlock();
    }

    /// <summary>Words, shapes and digits of numbers, symbols, and neighbouring pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Words<TSink>(ReadOnlySpan<char> folded, ref StructureSet structure, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var tokens = new WordTokenizer(folded);
        var scan = default(WordScan);
        WordToken previous = default;
        while (tokens.Next(out WordToken token))
        {
            scan.See(folded, token, ref structure);
            if (folded[token.Start] is '/' or ':' or '.' or '-' || folded.Slice(token.Start, token.Length) is "http" or "https" or "www")
                continue;
            sink.Add(FeatureHash.Finish(token.Hash, 0), FeatureKind.Word, token.Start, token.Length);
            if (token.Kind == TokenKind.Symbol)
                continue;
            if (token.Kind == TokenKind.Number)
                sink.Add(FeatureHash.Finish(FeatureHash.OfWord(folded.Slice(token.Start, Math.Min(token.Length, 16))), RawSalt), FeatureKind.RawWord, token.Start, token.Length);
            if (previous.Length > 0)
                sink.Add(FeatureHash.Finish(FeatureHash.Step(previous.Hash * 0x85EBCA6B, token.Hash), PairSalt), FeatureKind.WordPair, previous.Start, token.Start + token.Length - previous.Start);
            previous = token;
        }

        scan.End(ref structure);
    }

    /// <summary>Words as they were written, for texts that fold to something else.</summary>
    private static void RawWords<TSink>(ReadOnlySpan<char> original, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        var tokens = new WordTokenizer(original);
        while (tokens.Next(out WordToken token))
        {
            if (token.Kind == TokenKind.Word)
                sink.Add(FeatureHash.Finish(token.Hash, RawSalt), FeatureKind.RawWord, token.Start, token.Length);
        }
    }

    /// <summary>Character n-grams of 3 and 4, words' edges and gaps included; digits all read as one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Letters<TSink>(ReadOnlySpan<char> folded, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        for (int i = -1; i + 2 <= folded.Length; i++)
        {
            uint hash = FeatureHash.Step(FeatureHash.Step(FeatureHash.LettersSeed, At(folded, i)), At(folded, i + 1));
            hash = FeatureHash.Step(hash, At(folded, i + 2));
            sink.Add(FeatureHash.Finish(hash, LettersSalt), FeatureKind.Letters, i, 3);
            if (i + 3 > folded.Length)
                break;
            hash = FeatureHash.Step(hash, At(folded, i + 3));
            sink.Add(FeatureHash.Finish(hash, LettersSalt), FeatureKind.Letters, i, 4);
        }
    }

    /// <summary>Properties, and pairs of those that tell something together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Structure<TSink>(StructureSet set, ref TSink sink)
        where TSink : struct, IFeatureSink, allows ref struct
    {
        set.Add(StructureFeature.Any);
        while (set.TakeFirst(out StructureFeature feature))
        {
            sink.Add(FeatureHash.Finish((uint)feature, StructureSalt), FeatureKind.Structure, (int)feature, 0);
            if (feature is StructureFeature.Any or > StructureFeature.HiddenCharacters)
                continue;
            StructureSet others = set;
            while (others.TakeFirst(out StructureFeature other) && other <= StructureFeature.HiddenCharacters)
                sink.Add(FeatureHash.Finish(((uint)feature << 8) | (uint)other, StructureSalt), FeatureKind.StructurePair, (int)feature, (int)other);
        }
    }

    private static ReadOnlySpan<char> Bounded(ReadOnlySpan<char> text) => text.Length <= MaxCharacters ? text : text[..MaxCharacters];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint At(ReadOnlySpan<char> text, int index)
    {
        if ((uint)index >= (uint)text.Length)
            return ' ';
        uint character = text[index];
        return character - '0' <= 9u ? '0' : character;
    }
}
