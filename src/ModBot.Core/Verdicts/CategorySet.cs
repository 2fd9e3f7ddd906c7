using System.Collections;
using System.Numerics;

namespace ModBot.Core.Verdicts;

/// <summary>A set of categories in one word.</summary>
public readonly record struct CategorySet(uint Bits) : IEnumerable<Category>
{
    public static readonly CategorySet Empty;

    public bool IsEmpty => Bits == 0;

    public int Count => BitOperations.PopCount(Bits);

    public static CategorySet Of(params ReadOnlySpan<Category> categories)
    {
        CategorySet set = Empty;
        foreach (Category category in categories)
            set = set.With(category);
        return set;
    }

    public bool Contains(Category category) => (Bits & (1u << (int)category)) != 0;

    public CategorySet With(Category category) => new(Bits | (1u << (int)category));

    public CategorySet Union(CategorySet other) => new(Bits | other.Bits);

    /// <summary>In the order of <see cref="CategoryNames.All"/>.</summary>
    public IEnumerator<Category> GetEnumerator()
    {
        for (uint rest = Bits; rest != 0; rest &= rest - 1)
            yield return (Category)BitOperations.TrailingZeroCount(rest);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", this.Select(category => category.NameOf()));
}
