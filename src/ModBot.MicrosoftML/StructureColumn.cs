using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.MicrosoftML;

/// <summary>Reads the properties of a whole text that words do not show (money, contact offers, links, capitals) with Core's own scan.</summary>
internal static class StructureColumn
{
    /// <summary>Elements of the column.</summary>
    public static readonly int Width = Enum.GetValues<StructureFeature>().Length;

    public static float[] Read(TextViews text)
    {
        var sink = new Sink(new float[Width]);
        FeatureExtractor.Extract(text, ref sink);
        return sink.Flags;
    }

    private readonly struct Sink(float[] flags) : IFeatureSink
    {
        public float[] Flags => flags;

        public void Add(uint hash, FeatureKind kind, int start, int length)
        {
            if (kind == FeatureKind.Structure)
                flags[start] = 1;
        }

        public void EndBlock()
        {
        }
    }
}
