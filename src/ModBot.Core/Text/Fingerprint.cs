using System.Numerics;

namespace ModBot.Core.Text;

/// <summary>
/// A 64-bit SimHash over the letters and digits of folded texts, in overlapping groups of three: near-identical texts differ
/// in few bits (Charikar, "Similarity estimation techniques from rounding algorithms", 2002).
/// </summary>
public sealed class Fingerprint
{
    /// <summary>
    /// Texts whose fingerprints differ in at most so many of 64 bits are near-identical: a cosine of about 0.9 between their
    /// letter groups. Unrelated texts differ in 32 ± 4.
    /// </summary>
    public const int NearDistance = 10;

    /// <summary>Fewer letters and digits than this make no fingerprint: "gg" twice is no repetition.</summary>
    public const int LeastLength = 5;

    private const int GroupLength = 3;
    private readonly int[] balance = new int[64];
    private ulong window;
    private int length;

    /// <summary>True where both are fingerprints of near-identical texts; 0 is none.</summary>
    public static bool AreNear(ulong left, ulong right) => left != 0 && right != 0 && BitOperations.PopCount(left ^ right) <= NearDistance;

    public void Reset()
    {
        Array.Clear(balance);
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
        ulong value = 0;
        for (int bit = 0; bit < 64; bit++)
        {
            if (balance[bit] > 0)
                value |= 1UL << bit;
        }

        return value == 0 ? 1 : value;
    }

    private void Count(ulong hash)
    {
        for (int bit = 0; bit < 64; bit++)
            balance[bit] += (int)((hash >> bit) & 1) * 2 - 1;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood, 2014): spreads every input bit over the word.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
