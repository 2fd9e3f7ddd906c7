using System.Numerics;

namespace ModBot.Core.Spam;

/// <summary>A set of <see cref="StructureFeature"/>s in two words.</summary>
internal struct StructureSet
{
    private ulong low;
    private ulong high;

    public readonly bool Contains(StructureFeature feature) => (((int)feature < 64 ? low >> (int)feature : high >> ((int)feature - 64)) & 1) != 0;

    public void Add(StructureFeature feature)
    {
        if ((int)feature < 64)
            low |= 1UL << (int)feature;
        else
            high |= 1UL << ((int)feature - 64);
    }

    public void Add(StructureFeature feature, bool holds)
    {
        if (holds)
            Add(feature);
    }

    /// <summary>Removes the first member and names it; false when the set is empty.</summary>
    public bool TakeFirst(out StructureFeature feature)
    {
        if (low != 0)
        {
            feature = (StructureFeature)BitOperations.TrailingZeroCount(low);
            low &= low - 1;
            return true;
        }

        feature = (StructureFeature)(64 + BitOperations.TrailingZeroCount(high));
        bool any = high != 0;
        high &= high - 1;
        return any;
    }
}
