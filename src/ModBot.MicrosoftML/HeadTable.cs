using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Microsoft.ML.Data;
using ModBot.Core.Spam;

namespace ModBot.MicrosoftML;

/// <summary>All heads' weights, those of one feature side by side, so that one pass over a text's features gives every margin.</summary>
internal sealed class HeadTable
{
    private const int Lanes = 8;

    private readonly Vector256<float>[] _weights;
    private readonly Vector256<float> _bias;
    private readonly Vector256<float> _slope;
    private readonly Vector256<float> _offset;

    public HeadTable(IReadOnlyList<LinearHead> heads)
    {
        if (heads.Count != ModelHeads.Categories.Length || heads.Any(head => head.Weights.Length != heads[0].Weights.Length))
            throw new ArgumentException("Every head needs weights for the same features.", nameof(heads));
        Heads = heads;
        _weights = new Vector256<float>[heads[0].Weights.Length];
        Span<float> flat = MemoryMarshal.Cast<Vector256<float>, float>(_weights.AsSpan());
        for (int head = 0; head < heads.Count; head++)
        {
            for (int feature = 0; feature < _weights.Length; feature++)
                flat[(feature * Lanes) + head] = heads[head].Weights[feature];
            _bias = _bias.WithElement(head, heads[head].Bias);
            _slope = _slope.WithElement(head, heads[head].Scaling.Slope);
            _offset = _offset.WithElement(head, heads[head].Scaling.Offset);
        }
    }

    public IReadOnlyList<LinearHead> Heads { get; }

    public ModelScores Score(in VBuffer<float> features)
    {
        Vector256<float> margins = _bias;
        ReadOnlySpan<float> values = features.GetValues();
        if (features.IsDense)
        {
            for (int i = 0; i < values.Length; i++)
                margins += _weights[i] * values[i];
        }
        else
        {
            ReadOnlySpan<int> indices = features.GetIndices();
            for (int i = 0; i < values.Length; i++)
                margins += _weights[indices[i]] * values[i];
        }

        Vector256<float> odds = (margins * _slope) + _offset;
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
}
