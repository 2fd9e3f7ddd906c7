using ModBot.Core.Text;

namespace ModBot.Core.Spam;

/// <summary>Names what moved the spam score of a text, by taking its features again and noting where each came from.</summary>
internal static class ModelExplanation
{
    /// <param name="text">The text.</param>
    /// <param name="weights">The model.</param>
    /// <param name="slope">Log-odds for one unit of margin.</param>
    /// <param name="count">At most so many terms, the strongest first.</param>
    public static IReadOnlyList<ModelTerm> Of(TextViews text, WeightTable weights, float slope, int count)
    {
        var terms = new List<ModelTerm>();
        var seen = new HashSet<int>();
        var sink = new NotingSink([[]]);
        FeatureExtractor.Extract(text, ref sink);
        for (int block = 0; block < FeatureExtractor.Blocks; block++)
            AddBlock(text, weights, slope, block, sink.Blocks[block], seen, terms);
        return [.. terms.OrderByDescending(term => Math.Abs(term.Weight)).ThenBy(term => term.Feature, StringComparer.Ordinal).Take(count)];
    }

    private static void AddBlock(TextViews text, WeightTable weights, float slope, int block, List<Feature> features, HashSet<int> seen, List<ModelTerm> terms)
    {
        long length = 0;
        var known = new List<(Feature Feature, int Slot)>();
        foreach (Feature feature in features)
        {
            if (!weights.Table.TryFind(feature.Hash, out int slot))
            {
                length += FrequencyCode.Unknown;
            }
            else if (seen.Add(slot))
            {
                known.Add((feature, slot));
                length += weights.Numbers[(slot * ModelHeads.Lanes) + ModelHeads.FrequencyLane];
            }
        }

        float scale = slope * FeatureExtractor.ScaleOf(block, length);
        terms.AddRange(known.Select(item => new ModelTerm(NameOf(item.Feature, text), scale * weights.WeightOf(item.Slot, 0))));
    }

    private static string NameOf(Feature feature, TextViews text) => feature.Kind switch
    {
        FeatureKind.Structure => StructureNames.Of((StructureFeature)feature.Start),
        FeatureKind.StructurePair => $"{StructureNames.Of((StructureFeature)feature.Start)} with {StructureNames.Of((StructureFeature)feature.Length)}",
        FeatureKind.RawWord when text.Folded.Length > feature.Start && char.IsDigit(text.Folded.Span[feature.Start]) => $"number \"{text.Folded.Span.Slice(feature.Start, feature.Length)}\"",
        FeatureKind.RawWord => $"\"{text.Original.AsSpan(feature.Start, feature.Length)}\" as written",
        FeatureKind.WordPair => $"words \"{text.Folded.Span.Slice(feature.Start, feature.Length)}\"",
        FeatureKind.Letters => $"letters \"{Around(text.Folded.Span, feature.Start, feature.Length)}\"",
        _ => $"\"{text.Folded.Span.Slice(feature.Start, feature.Length)}\"",
    };

    private static string Around(ReadOnlySpan<char> folded, int start, int length)
    {
        int from = Math.Max(start, 0);
        int to = Math.Min(start + length, folded.Length);
        return $"{(start < 0 ? "·" : "")}{folded[from..to].ToString().Replace(' ', '·')}{(start + length > folded.Length ? "·" : "")}";
    }

    private readonly record struct Feature(uint Hash, FeatureKind Kind, int Start, int Length);

    private readonly struct NotingSink(List<List<Feature>> blocks) : IFeatureSink
    {
        public List<List<Feature>> Blocks => blocks;

        public void Add(uint hash, FeatureKind kind, int start, int length) => blocks[^1].Add(new Feature(hash, kind, start, length));

        public void EndBlock() => blocks.Add([]);
    }
}
