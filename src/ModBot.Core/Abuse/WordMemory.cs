namespace ModBot.Core.Abuse;

/// <summary>
/// Remembers what ordinary words were found to be. A text has few words that the one before did not have, and finding out that
/// a word is no disguise of another is most of the work. Fixed in size; owned by one thread.
/// </summary>
internal sealed class WordMemory
{
    /// <summary>Longer words are rare and are looked up each time.</summary>
    private const int Longest = 24;

    /// <summary>A power of two. About 130 KB in all.</summary>
    private const int Slots = 2_048;

    private readonly char[] letters = new char[Slots * Longest];
    private readonly byte[] lengths = new byte[Slots];
    private readonly int[] words = new int[Slots];
    private readonly LexicalClassSet[] classes = new LexicalClassSet[Slots];

    /// <summary>Where the word is or belongs; -1 where it is not to be remembered.</summary>
    public static int SlotOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > Longest)
            return -1;
        uint hash = 2_166_136_261;
        foreach (char letter in word)
            hash = (hash ^ letter) * 16_777_619;
        return (int)((hash ^ (hash >> 15)) & (Slots - 1));
    }

    public bool TryGet(int slot, ReadOnlySpan<char> word, out int found, out LexicalClassSet foundClasses)
    {
        bool known = slot >= 0 && lengths[slot] == word.Length && letters.AsSpan(slot * Longest, word.Length).SequenceEqual(word);
        found = known ? words[slot] : 0;
        foundClasses = known ? classes[slot] : default;
        return known;
    }

    public void Put(int slot, ReadOnlySpan<char> word, int found, LexicalClassSet foundClasses)
    {
        if (slot < 0)
            return;
        lengths[slot] = (byte)word.Length;
        word.CopyTo(letters.AsSpan(slot * Longest));
        words[slot] = found;
        classes[slot] = foundClasses;
    }
}
