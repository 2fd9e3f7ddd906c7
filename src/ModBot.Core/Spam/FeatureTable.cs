using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModBot.Core.Spam;

/// <summary>
/// The features that a model knows: a slot for each, two to a bucket, told apart by 16 bits of their hash. A feature that is
/// not in the table has no slot, so that unknown words do not borrow the weights of known ones.
/// </summary>
internal sealed class FeatureTable
{
    public const int SlotCount = 1 << 16;

    /// <summary>For each bucket the tags of its two slots, the first in the low half; a tag of 0 is an empty slot.</summary>
    private readonly uint[] buckets = new uint[SlotCount / 2];

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
        uint bucket = hash >> 17;
        uint tags = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buckets), bucket);
        uint differences = tags ^ (TagOf(hash) * 0x10001);
        uint first = IsZero(differences & 0xFFFF);
        uint second = IsZero(differences >> 16);
        slot = (bucket * 2) + second;
        return first | second;
    }

    /// <summary>Gives a feature a slot; false when its bucket is full.</summary>
    public bool TryAdd(uint hash)
    {
        if (TryFind(hash, out _))
            return false;
        ref uint tags = ref buckets[hash >> 17];
        if (tags > 0xFFFF)
            return false;
        tags |= tags == 0 ? TagOf(hash) : TagOf(hash) << 16;
        FeatureCount++;
        return true;
    }

    /// <summary>The tag in a slot, 0 where it is empty.</summary>
    public ushort TagAt(int slot) => (ushort)(buckets[slot >> 1] >> (16 * (slot & 1)));

    /// <summary>Fills a slot as <see cref="TagAt"/> named it.</summary>
    public void SetTag(int slot, ushort tag)
    {
        buckets[slot >> 1] |= (uint)tag << (16 * (slot & 1));
        FeatureCount++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint TagOf(uint hash) => (hash & 0xFFFF) | IsZero(hash & 0xFFFF);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint IsZero(uint sixteenBits) => (sixteenBits - 1) >> 31;
}
