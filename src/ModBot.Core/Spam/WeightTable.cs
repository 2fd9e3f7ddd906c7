using System.Runtime.Intrinsics;

namespace ModBot.Core.Spam;

/// <summary>The weights of all heads in sixteen bits each: eight numbers of one feature stand side by side in memory.</summary>
/// <param name="table">The features.</param>
/// <param name="numbers">For each slot <see cref="ModelHeads.Lanes"/> numbers.</param>
/// <param name="steps">What a weight of 1 means, for each head.</param>
internal sealed class WeightTable(FeatureTable table, short[] numbers, float[] steps)
{
    public FeatureTable Table => table;

    public short[] Numbers => numbers;

    public float[] Steps => steps;

    /// <summary>The heads' weight of a feature.</summary>
    public float WeightOf(int slot, int head) => numbers[(slot * ModelHeads.Lanes) + head] * steps[head];

    /// <summary>Rounds trained weights to what the artifact holds.</summary>
    /// <param name="table">The features.</param>
    /// <param name="weights">For each slot a lane per head.</param>
    /// <param name="frequencies">For each slot its <see cref="FrequencyCode"/>.</param>
    public static WeightTable Round(FeatureTable table, ReadOnlySpan<Vector256<float>> weights, ReadOnlySpan<short> frequencies)
    {
        Vector256<float> largest = Vector256.Create(1e-6f);
        foreach (Vector256<float> row in weights)
            largest = Vector256.Max(largest, Vector256.Abs(row));
        var steps = new float[ModelHeads.Categories.Length];
        for (int head = 0; head < steps.Length; head++)
            steps[head] = largest[head] / short.MaxValue;
        var numbers = new short[FeatureTable.SlotCount * ModelHeads.Lanes];
        for (int slot = 0; slot < weights.Length; slot++)
        {
            if (table.TagAt(slot) == 0)
                continue;
            for (int head = 0; head < steps.Length; head++)
                numbers[(slot * ModelHeads.Lanes) + head] = (short)Math.Clamp(MathF.Round(weights[slot][head] / steps[head]), -short.MaxValue, short.MaxValue);
            numbers[(slot * ModelHeads.Lanes) + ModelHeads.FrequencyLane] = frequencies[slot];
        }

        return new WeightTable(table, numbers, steps);
    }
}
