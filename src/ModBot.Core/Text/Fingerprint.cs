using System.Numerics;

namespace ModBot.Core.Text;

/// <summary>
/// A 64-bit SimHash over the letters and digits of folded texts, in overlapping groups of three: near-identical texts differ
/// in few bits (Charikar, "Similarity estimation techniques from rounding algorithms", 2002).
/// </summary>
public sealed class Fingerprint
{
    /// <summary>
    /// Texts whose fingerprints differ in at most so many of 64 bits are near-identical. Unrelated texts differ in 32 ± 4; a
    /// scam with its amount, name and greeting changed differs in about 12; of a million pairs of chat lines one in 8,000 is
    /// as near, nearly all of them variations of one another.
    /// </summary>
    public const int NearDistance = 13;

    /// <summary>Fewer letters and digits than this make no fingerprint: "gg" twice is no repetition.</summary>
    public const int LeastLength = 5;

    private const int GroupLength = 3;

    /// <summary>Groups that a lane of eight bits can count.</summary>
    private const int GroupsPerFlush = 255;

    /// <summary>The bits of each byte, spread over the eight bytes of a word: eight counters are added to at once.</summary>
    private static readonly ulong[] Spread = BuildSpread();

    private readonly ulong[] lanes = new ulong[8];
    private readonly int[] ones = new int[64];
    private int groups;
    private int pending;
    private ulong window;
    private int length;

    /// <summary>True where both are fingerprints of near-identical texts; 0 is none.</summary>
    public static bool AreNear(ulong left, ulong right) => left != 0 && right != 0 && BitOperations.PopCount(left ^ right) <= NearDistance;

    public void Reset()
    {
        Array.Clear(lanes);
        Array.Clear(ones);
        groups = 0;
        pending = 0;
        window = 0;
        length = 0;
    }

    /// <summary>Takes in a text; several are read as one.</summary>
    public void Add(ReadOnlySpan<char> folded)
    {
        foreach (char character in folded)
        {
            if (!char.IsLetterOrDigit(character) && !char.IsSurrogate(character))
                continue;
            window = ((window << 16) | character) & 0xFFFF_FFFF_FFFF;
            if (++length >= GroupLength)
                Count(Mix(window));
        }
    }

    /// <summary>The fingerprint; 0 where there is too little text.</summary>
    public ulong Value()
    {
        if (length < LeastLength)
            return 0;
        Flush();
        ulong value = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            if (ones[bit] * 2 > groups)
                value |= 1UL << bit;
        }

        return value == 0 ? 1 : value;
    }

    private void Count(ulong hash)
    {
        for (int i = 0; i < lanes.Length; i++)
            lanes[i] += Spread[(byte)(hash >> (i * 8))];
        groups++;
        if (++pending == GroupsPerFlush)
            Flush();
    }

    private void Flush()
    {
        for (int bit = 0; bit < 64; bit++)
            ones[bit] += (byte)(lanes[bit >> 3] >> ((bit & 7) * 8));
        Array.Clear(lanes);
        pending = 0;
    }

    private static ulong[] BuildSpread()
    {
        ulong[] spread = new ulong[256];
        for (int value = 0; value < 256; value++)
        {
            for (int bit = 0; bit < 8; bit++)
                spread[value] |= (ulong)((value >> bit) & 1) << (bit * 8);
        }

        return spread;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood, 2014): spreads every input bit over the word.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
