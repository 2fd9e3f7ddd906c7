using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModBot.Core.Spam;

/// <summary>
/// Adds up the weights of a text's features, block by block. Lives on the stack: hashes are gathered first, then looked up
/// without branching, then their weights are added, so that many cache misses are under way at once.
/// </summary>
internal ref struct ScoringSink : IFeatureSink
{
    /// <summary>Length of the set of features already counted.</summary>
    public const int SeenWords = FeatureTable.SlotCount / 64;

    /// <summary>Length of the gathering buffer.</summary>
    public const int GatherLength = 1024;

    private readonly WeightTable weights;
    private readonly Span<ulong> seen;
    private readonly Span<uint> gathered;
    private int count;
    private int unknown;
    private int block;
    private Vector256<int> sums;
    private Vector256<float> total;

    /// <param name="weights">The model.</param>
    /// <param name="seen"><see cref="SeenWords"/> words, all 0.</param>
    /// <param name="gathered"><see cref="GatherLength"/> numbers, whatever they are.</param>
    public ScoringSink(WeightTable weights, Span<ulong> seen, Span<uint> gathered)
    {
        this.weights = weights;
        this.seen = seen[..SeenWords];
        this.gathered = gathered[..GatherLength];
    }

    /// <summary>The margins of all heads in units of their steps; the last lane is without meaning.</summary>
    public readonly Vector256<float> Total => total;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint hash, FeatureKind kind, int start, int length)
    {
        if (count == GatherLength)
            Flush();
        gathered[count++] = hash;
    }

    /// <summary>Ends a block: divides what was added by the block's length.</summary>
    public void EndBlock()
    {
        Flush();
        long length = (long)sums[ModelHeads.FrequencyLane] + ((long)unknown * FrequencyCode.Unknown);
        total += Vector256.ConvertToSingle(sums) * FeatureExtractor.ScaleOf(block, length);
        sums = Vector256<int>.Zero;
        unknown = 0;
        block++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Flush()
    {
        int known = KeepNew(weights.Table, gathered[..count], seen, ref unknown);
        ref short numbers = ref MemoryMarshal.GetArrayDataReference(weights.Numbers);
        Vector128<int> lower = sums.GetLower();
        Vector128<int> upper = sums.GetUpper();
        foreach (uint slot in gathered[..known])
        {
            Vector128<short> row = Vector128.LoadUnsafe(ref numbers, slot * ModelHeads.Lanes);
            lower += Vector128.WidenLower(row);
            upper += Vector128.WidenUpper(row);
        }

        sums = Vector256.Create(lower, upper);
        count = 0;
    }

    /// <summary>Puts the slots of known features that were not yet seen to the front of the buffer.</summary>
    /// <returns>How many there are.</returns>
    private static int KeepNew(FeatureTable table, Span<uint> hashes, Span<ulong> seen, ref int unknown)
    {
        // Slots are below FeatureTable.SlotCount by construction, and there are never more of them than hashes read.
        ref uint front = ref MemoryMarshal.GetReference(hashes);
        ref ulong words = ref MemoryMarshal.GetReference(seen);
        int kept = 0;
        int foreign = 0;
        foreach (uint hash in hashes)
        {
            uint known = table.Find(hash, out uint slot);
            ref ulong word = ref Unsafe.Add(ref words, slot >> 6);
            ulong before = word;
            word = before | ((ulong)known << (int)slot);
            Unsafe.Add(ref front, kept) = slot;
            kept += (int)(known & ~(uint)(before >> (int)slot));
            foreign += (int)(known ^ 1);
        }

        unknown += foreign;
        return kept;
    }
}
