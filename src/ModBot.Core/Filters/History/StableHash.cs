using System.Runtime.InteropServices;

namespace ModBot.Core.Filters.History;

/// <summary>A 64-bit hash that is the same in every process: FNV-1a (Fowler, Noll, Vo) over UTF-16 units, mixed at the end.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StableHash(ulong State)
{
    private const ulong Prime = 0x100000001B3;

    public static StableHash Start => new(0xCBF29CE484222325);

    /// <summary>Never 0.</summary>
    public ulong Value
    {
        get
        {
            ulong value = (State ^ (State >> 32)) * 0x9E3779B97F4A7C15;
            value ^= value >> 29;
            return value == 0 ? 1 : value;
        }
    }

    public StableHash Add(char character) => new((State ^ character) * Prime);

    public StableHash Add(ReadOnlySpan<char> text)
    {
        ulong state = State;
        foreach (char character in text)
            state = (state ^ character) * Prime;
        return new StableHash(state);
    }

    public StableHash Add(ulong value) => new((State ^ value ^ (value >> 32)) * Prime);
}
