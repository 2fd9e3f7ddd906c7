namespace ModBot.Core.Spam;

/// <summary>Counts in how many texts each feature stands.</summary>
internal sealed class FeatureCounter
{
    private Entry[] entries = new Entry[1 << 16];
    private int used;

    /// <summary>Notes that a text has a feature; a text counts once, as long as its notes come together.</summary>
    public void Note(uint hash, int text, bool isLetters)
    {
        ref Entry entry = ref Find(entries, hash);
        if (entry.Texts == 0)
        {
            entry = new Entry(hash, text, 1, isLetters);
            if (++used * 2 > entries.Length)
                Grow();
        }
        else if (entry.LastText != text)
        {
            entry = entry with { LastText = text, Texts = entry.Texts + 1 };
        }
    }

    /// <summary>In how many texts the feature stood.</summary>
    public int TextsWith(uint hash) => Find(entries, hash).Texts;

    /// <summary>
    /// A table of the features in two texts or more: words and structure first, because they are few and say most, then letters,
    /// each from the most frequent down.
    /// </summary>
    public FeatureTable Select()
    {
        var table = new FeatureTable();
        IOrderedEnumerable<Entry> candidates = entries.Where(entry => entry.Texts >= 2)
            .OrderBy(entry => entry.IsLetters)
            .ThenByDescending(entry => entry.Texts)
            .ThenBy(entry => entry.Hash);
        foreach (Entry candidate in candidates)
            table.TryAdd(candidate.Hash);
        return table;
    }

    private static ref Entry Find(Entry[] entries, uint hash)
    {
        uint slot = (hash * 0x9E3779B1) & (uint)(entries.Length - 1);
        while (entries[slot].Texts != 0 && entries[slot].Hash != hash)
            slot = (slot + 1) & (uint)(entries.Length - 1);
        return ref entries[slot];
    }

    private void Grow()
    {
        var larger = new Entry[entries.Length * 2];
        foreach (Entry entry in entries)
        {
            if (entry.Texts != 0)
                Find(larger, entry.Hash) = entry;
        }

        entries = larger;
    }

    private readonly record struct Entry(uint Hash, int LastText, int Texts, bool IsLetters);
}
