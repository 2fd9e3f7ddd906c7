using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModBot.Core.Spam;

/// <summary>
/// The features that a model knows: a slot for each, four to a bucket, told apart by 16 bits of their hash. A feature that is
/// not in the table has no slot, so that unknown words do not borrow the weights of known ones.
/// </summary>
internal sealed class FeatureTable
{
    public const int SlotCount = 1 << 16;

    private const int SlotsInBucket = 4;

    /// <summary>Of a hash's 32 bits the upper 14 name the bucket.</summary>
    private const int BucketShift = 18;

    private const ulong EachLane = 0x0001_0001_0001_0001;
    private const ulong TopOfEachLane = 0x8000_8000_8000_8000;

    /// <summary>For each bucket the tags of its four slots, the first in the lowest quarter; a tag of 0 is an empty slot.</summary>
    private readonly ulong[] buckets = new ulong[SlotCount / SlotsInBucket];

    public int FeatureCount { get; private set; }

    /// <summary>The slot of a feature; false when it has none.</summary>
    public bool TryFind(uint hash, out int slot)
    {
        bool found = Find(hash, out uint place) != 0;
        slot = (int)place;
        return found;
    }

    /// <summary>Looks a feature up without branching.</summary>
    /// <param name="hash">The feature.</param>
    /// <param name="slot">Its slot; some slot of its bucket where it has none.</param>
    /// <returns>1 when it is there, else 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(uint hash, out uint slot)
    {
        uint bucket = hash >> BucketShift;
        ulong tags = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buckets), bucket);

        // The lowest marked lane is the one that is zero; higher marks may be borrows.
        ulong differences = tags ^ (TagOf(hash) * EachLane);
        ulong zero = (differences - EachLane) & ~differences & TopOfEachLane;
        slot = (bucket * SlotsInBucket) + ((uint)(BitOperations.TrailingZeroCount(zero) >> 4) & (SlotsInBucket - 1));
        return (uint)((zero | (0 - zero)) >> 63);
    }

    /// <summary>Gives a feature a slot; false when its bucket is full.</summary>
    public bool TryAdd(uint hash)
    {
        if (TryFind(hash, out _))
            return false;
        int first = (int)(hash >> BucketShift) * SlotsInBucket;
        for (int slot = first; slot < first + SlotsInBucket; slot++)
        {
            if (TagAt(slot) == 0)
            {
                SetTag(slot, (ushort)TagOf(hash));
                return true;
            }
        }

        return false;
    }

    /// <summary>The tag in a slot, 0 where it is empty.</summary>
    public ushort TagAt(int slot) => (ushort)(buckets[slot / SlotsInBucket] >> (16 * (slot % SlotsInBucket)));

    /// <summary>Fills an empty slot as <see cref="TagAt"/> named it.</summary>
    public void SetTag(int slot, ushort tag)
    {
        buckets[slot / SlotsInBucket] |= (ulong)tag << (16 * (slot % SlotsInBucket));
        FeatureCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TagOf(uint hash) => (hash & 0xFFFF) | IsZero(hash & 0xFFFF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IsZero(uint sixteenBits) => (sixteenBits - 1) >> 31;
}
