namespace ModBot.Core.Abuse;

/// <summary>
/// Remembers plain words that turned out to be nobody's disguise, so that the long search is made once. A fixed amount of memory; a
/// new word takes an old one's place. It changes how long an answer takes, never the answer.
/// </summary>
internal sealed class UnknownWords
{
    private const int Slots = 4096;
    private const int LongestWord = 15;
    private const int Stride = LongestWord + 1;

    private readonly char[] words = new char[Slots * Stride];

    public bool Holds(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return false;
        ReadOnlySpan<char> slot = words.AsSpan(SlotOf(word) * Stride, Stride);
        return slot[0] == word.Length && slot.Slice(1, word.Length).SequenceEqual(word);
    }

    public void Remember(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            return;
        Span<char> slot = words.AsSpan(SlotOf(word) * Stride, Stride);
        slot[0] = (char)word.Length;
        word.CopyTo(slot[1..]);
    }

    private static int SlotOf(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word)
            hash = (hash ^ c) * 16777619;
        return (int)((hash ^ (hash >> 15)) & (Slots - 1));
    }
}
