namespace ModBot.Core.Spam;

/// <summary>Shuffles by a fixed sequence (xorshift64), alike on every run and every runtime.</summary>
internal static class FixedShuffle
{
    /// <returns>The state to go on with.</returns>
    public static ulong Shuffle<T>(Span<T> items, ulong state)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            int j = (int)(state % (ulong)(i + 1));
            (items[i], items[j]) = (items[j], items[i]);
        }

        return state;
    }
}
