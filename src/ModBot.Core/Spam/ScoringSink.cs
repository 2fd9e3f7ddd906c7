using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModBot.Core.Spam;

/// <summary>
/// Adds up the weights of a text's features, block by block. Lives on the stack: first the slots of a block are gathered
/// without branching, then their weights are added, so that many cache misses are under way at once.
/// </summary>
internal ref struct ScoringSink : IFeatureSink
{
    public const int SeenWords = FeatureTable.SlotCount / 64;

    public const int GatherLength = 1024;

    private readonly FeatureTable table;
    private readonly ref short numbers;
    private readonly Span<ulong> seen;
    private readonly Span<int> gathered;
    private int count;
    private int unknown;
    private Vector256<int> sums;
    private Vector256<float> total;
    private int block;

    /// <param name="weights">The model.</param>
    /// <param name="seen"><see cref="SeenWords"/> words, all 0.</param>
    /// <param name="gathered"><see cref="GatherLength"/> slots, whatever they hold.</param>
    public ScoringSink(WeightTable weights, Span<ulong> seen, Span<int> gathered)
    {
        table = weights.Table;
        numbers = ref MemoryMarshal.GetArrayDataReference(weights.Numbers);
        this.seen = seen[..SeenWords];
        this.gathered = gathered[..GatherLength];
    }

    /// <summary>The margins of all heads in units of their steps; the last lane is without meaning.</summary>
    public readonly Vector256<float> Total => total;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint hash, FeatureKind kind, int start, int length)
    {
        bool known = table.TryFind(hash, out int slot);
        ref ulong word = ref seen[slot >> 6];
        ulong bit = (known ? 1UL : 0UL) << (slot & 63);
        gathered[count] = slot;
        count += (word & bit) == 0 && known ? 1 : 0;
        unknown += known ? 0 : 1;
        word |= bit;
        if (count == GatherLength)
            Flush();
    }

    /// <summary>Ends a block: divides what was added by the block's length.</summary>
    public void EndBlock()
    {
        Flush();
        long length = (long)sums[ModelHeads.FrequencyLane] + ((long)unknown * FrequencyCode.Unknown);
        if (length > 0)
            total += Vector256.ConvertToSingle(sums) * (FeatureMatrix.BlockWeight(block) / MathF.Sqrt(length * FrequencyCode.Step));
        sums = Vector256<int>.Zero;
        unknown = 0;
        block++;
    }

    private void Flush()
    {
        Vector128<int> lower = sums.GetLower();
        Vector128<int> upper = sums.GetUpper();
        foreach (int slot in gathered[..count])
        {
            Vector128<short> row = Vector128.LoadUnsafe(ref numbers, (nuint)(slot * ModelHeads.Lanes));
            lower += Vector128.WidenLower(row);
            upper += Vector128.WidenUpper(row);
        }

        sums = Vector256.Create(lower, upper);
        count = 0;
    }
}
