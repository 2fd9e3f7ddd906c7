using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using ModBot.Core.Ports;
using ModBot.Core.Text;

namespace ModBot.Core.Spam;

/// <summary>The built-in model: a linear classifier over hashed words, letters and structure, with a calibrated probability per head.</summary>
internal sealed class LinearSpamModel : ISpamModel
{
    private readonly WeightTable weights;
    private readonly PlattScaling[] scalings;
    private readonly Vector256<float> gains;
    private readonly Vector256<float> offsets;

    public LinearSpamModel(string version, WeightTable weights, PlattScaling[] scalings)
    {
        Version = version;
        this.weights = weights;
        this.scalings = scalings;
        gains = Vector256<float>.Zero;
        offsets = Vector256<float>.Zero;
        for (int head = 0; head < scalings.Length; head++)
        {
            gains = gains.WithElement(head, scalings[head].Slope * weights.Steps[head]);
            offsets = offsets.WithElement(head, scalings[head].Offset);
        }
    }

    public string Version { get; }

    [SkipLocalsInit]
    public ModelScores Score(TextViews text)
    {
        Span<ulong> seen = stackalloc ulong[ScoringSink.SeenWords];
        Span<uint> gathered = stackalloc uint[ScoringSink.GatherLength];
        seen.Clear();
        var sink = new ScoringSink(weights, seen, gathered);
        FeatureExtractor.Extract(text, ref sink);
        Vector256<float> odds = (sink.Total * gains) + offsets;
        Vector256<float> probabilities = Vector256<float>.One / (Vector256<float>.One + Vector256.Exp(-odds));
        return new ModelScores
        {
            Spam = probabilities[0],
            Hate = probabilities[1],
            Slur = probabilities[2],
            Threat = probabilities[3],
            Harassment = probabilities[4],
            Sexual = probabilities[5],
            SelfHarm = probabilities[6],
        };
    }

    public IReadOnlyList<ModelTerm> Explain(TextViews text, int count) =>
        ModelExplanation.Of(text, weights, scalings[0].Slope, count);

    public void Save(Stream destination) => ModelArtifact.Write(destination, Version, weights, scalings);
}
