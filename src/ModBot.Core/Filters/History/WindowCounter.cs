using System.Runtime.InteropServices;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters.History;

/// <summary>Adds up amounts by their times, so that the sum of any window takes two searches.</summary>
internal sealed class WindowCounter
{
    private readonly List<Entry> entries = [];

    /// <summary>The total before the first entry that is kept.</summary>
    private long dropped;

    public long LastAt => entries.Count == 0 ? 0 : entries[^1].At;

    public int Count => entries.Count;

    /// <summary>Adds an amount; what is older than the retention goes.</summary>
    public void Add(long at, int amount, Snowflake[]? mentioned, long retention)
    {
        int index = entries.Count;
        while (index > 0 && entries[index - 1].At > at)
            index--;
        long before = index == 0 ? dropped : entries[index - 1].Total;
        entries.Insert(index, new Entry(at, before + amount, mentioned));
        Span<Entry> later = CollectionsMarshal.AsSpan(entries)[(index + 1)..];
        foreach (ref Entry entry in later)
            entry = entry with { Total = entry.Total + amount };
        Drop(LastAt - retention);
    }

    /// <summary>The sum of the window, both ends included.</summary>
    public int Sum(long from, long until)
    {
        ReadOnlySpan<Entry> all = CollectionsMarshal.AsSpan(entries);
        int end = FirstFrom(all, until + 1);
        int start = FirstFrom(all, from);
        return end <= start ? 0 : (int)Math.Min(int.MaxValue, all[end - 1].Total - (start == 0 ? dropped : all[start - 1].Total));
    }

    /// <summary>Adds everybody who was mentioned in the window.</summary>
    public void Mentioned(long from, long until, HashSet<Snowflake> into)
    {
        ReadOnlySpan<Entry> all = CollectionsMarshal.AsSpan(entries);
        int end = FirstFrom(all, until + 1);
        for (int i = FirstFrom(all, from); i < end; i++)
            into.UnionWith(all[i].Mentioned ?? []);
    }

    private static int FirstFrom(ReadOnlySpan<Entry> all, long at)
    {
        int low = 0;
        int high = all.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (all[middle].At >= at)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    private void Drop(long before)
    {
        int count = FirstFrom(CollectionsMarshal.AsSpan(entries), before);
        if (count == 0 || count * 2 < entries.Count)
            return;
        dropped = entries[count - 1].Total;
        entries.RemoveRange(0, count);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(long At, long Total, Snowflake[]? Mentioned);
}
