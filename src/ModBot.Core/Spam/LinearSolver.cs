using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModBot.Core.Spam;

/// <summary>
/// Trains all heads at once: L2-regularised squared-hinge classifiers by dual coordinate descent (Hsieh et al., 2008), a lane
/// of a vector for each head. Deterministic: the order of the examples is shuffled by a fixed sequence.
/// </summary>
/// <remarks>
/// Prior and data may be told apart as two related tasks (after Daumé, 2007, "Frustratingly easy domain adaptation"): each
/// learns fully from its own examples and in part from the other's.
/// </remarks>
internal sealed class LinearSolver
{
    private readonly FeatureMatrix matrix;
    private readonly Vector256<float>[] labels;
    private readonly Vector256<float> halfCost;
    private readonly Vector256<float>[] duals;
    private readonly Vector256<float>[] weights;
    private readonly Vector256<float>[] priorWeights;
    private readonly int priorCount;
    private readonly float kinship;
    private readonly float[] norms;
    private readonly float[] squares;

    /// <param name="matrix">The examples.</param>
    /// <param name="labels">For each example a lane per head: 1, -1, or 0 where the head must not learn from it.</param>
    /// <param name="costs">For each head the price of a violated margin.</param>
    /// <param name="priorCount">How many of the first examples are prior.</param>
    /// <param name="kinship">How much prior and data learn from each other: 0 nothing, 1 as if they were one.</param>
    public LinearSolver(FeatureMatrix matrix, Vector256<float>[] labels, Vector256<float> costs, int priorCount, float kinship)
    {
        this.priorCount = priorCount;
        this.kinship = kinship;
        this.matrix = matrix;
        this.labels = labels;
        halfCost = Vector256.Create(0.5f) / costs;
        duals = new Vector256<float>[matrix.Count];
        weights = new Vector256<float>[FeatureTable.SlotCount];
        priorWeights = priorCount == 0 ? [] : new Vector256<float>[FeatureTable.SlotCount];
        squares = Array.ConvertAll(matrix.Frequencies, code => code * FrequencyCode.Step);
        norms = new float[matrix.Count];
        for (int i = 0; i < norms.Length; i++)
            norms[i] = NormOf(i);
    }

    private LinearSolver(LinearSolver other)
    {
        matrix = other.matrix;
        labels = other.labels;
        halfCost = other.halfCost;
        norms = other.norms;
        squares = other.squares;
        duals = [.. other.duals];
        weights = [.. other.weights];
        priorWeights = [.. other.priorWeights];
        priorCount = other.priorCount;
        kinship = other.kinship;
    }

    /// <summary>For each slot the heads' weights for data, already multiplied by its inverse document frequency.</summary>
    public ReadOnlySpan<Vector256<float>> Weights => weights;

    /// <summary>An independent copy that goes on from here.</summary>
    public LinearSolver Copy() => new(this);

    /// <summary>Goes over the examples so many times.</summary>
    /// <param name="order">The examples to learn from; shuffled in place.</param>
    /// <param name="epochs">Passes.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public void Run(int[] order, int epochs, CancellationToken cancellationToken)
    {
        ulong random = 0x9E3779B97F4A7C15;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            random = FixedShuffle.Shuffle<int>(order, random);
            foreach (int example in order)
                Improve(example);
        }
    }

    /// <summary>Takes an example's share out of the weights, as if it had never been learnt.</summary>
    public void Forget(int example)
    {
        Shift(example, -duals[example] * labels[example]);
        duals[example] = Vector256<float>.Zero;
    }

    /// <summary>The margins of one example, read as data; a lane per head.</summary>
    public Vector256<float> Margins(int example) => Margins(example, weights);

    private Vector256<float> Margins(int example, Vector256<float>[] from)
    {
        ref Vector256<float> table = ref MemoryMarshal.GetArrayDataReference(from);
        Vector256<float> total = Vector256<float>.Zero;
        ReadOnlySpan<int> slots = matrix.Slots;
        for (int block = example * FeatureExtractor.Blocks; block < (example + 1) * FeatureExtractor.Blocks; block++)
        {
            Vector256<float> sum = Vector256<float>.Zero;
            for (int f = matrix.Offsets[block]; f < matrix.Offsets[block + 1]; f++)
                sum += Unsafe.Add(ref table, slots[f]);
            total += sum * matrix.Scales[block];
        }

        return total;
    }

    private void Improve(int example)
    {
        Vector256<float> label = labels[example];
        Vector256<float> dual = duals[example];
        Vector256<float> gradient = (label * Margins(example, example < priorCount ? priorWeights : weights)) - Vector256<float>.One + (halfCost * dual);
        Vector256<float> next = Vector256.Max(dual - (gradient / (halfCost + Vector256.Create(norms[example]))), Vector256<float>.Zero);
        next = Vector256.ConditionalSelect(Vector256.Equals(label, Vector256<float>.Zero), Vector256<float>.Zero, next);
        Vector256<float> change = next - dual;
        if (Vector256.LessThanAll(Vector256.Abs(change), Vector256.Create(1e-6f)))
            return;
        duals[example] = next;
        Shift(example, change * label);
    }

    private void Shift(int example, Vector256<float> step)
    {
        bool prior = example < priorCount;
        Shift(example, prior ? step * kinship : step, weights);
        if (priorCount > 0)
            Shift(example, prior ? step : step * kinship, priorWeights);
    }

    private void Shift(int example, Vector256<float> step, Vector256<float>[] into)
    {
        ref Vector256<float> table = ref MemoryMarshal.GetArrayDataReference(into);
        ReadOnlySpan<int> slots = matrix.Slots;
        for (int block = example * FeatureExtractor.Blocks; block < (example + 1) * FeatureExtractor.Blocks; block++)
        {
            Vector256<float> scaled = step * matrix.Scales[block];
            for (int f = matrix.Offsets[block]; f < matrix.Offsets[block + 1]; f++)
                Unsafe.Add(ref table, slots[f]) += scaled * squares[slots[f]];
        }
    }

    private float NormOf(int example)
    {
        float norm = 0;
        for (int block = example * FeatureExtractor.Blocks; block < (example + 1) * FeatureExtractor.Blocks; block++)
        {
            float sum = 0;
            for (int f = matrix.Offsets[block]; f < matrix.Offsets[block + 1]; f++)
                sum += squares[matrix.Slots[f]];
            norm += sum * matrix.Scales[block] * matrix.Scales[block];
        }

        return norm;
    }
}
