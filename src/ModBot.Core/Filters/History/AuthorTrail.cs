using System.Runtime.InteropServices;

namespace ModBot.Core.Filters.History;

/// <summary>One author's remembered messages, oldest first.</summary>
internal sealed class AuthorTrail
{
    private readonly List<TrailEntry> entries = new(8);

    public int Count => entries.Count;

    /// <summary>Time of the newest message, milliseconds since the Unix epoch; 0 where there is none.</summary>
    public long LastAt => entries.Count == 0 ? 0 : entries[^1].At;

    /// <summary>Takes a message in, or what an edit made of a known one. False where it is known already, or an unknown one's edit.</summary>
    public bool Add(TrailEntry entry, bool isEdit, TimeSpan retention)
    {
        int known = entries.FindLastIndex(existing => existing.MessageId == entry.MessageId);
        if (known >= 0)
        {
            entries[known] = entry with { At = entries[known].At };
            return false;
        }

        if (isEdit)
            return false;
        int index = entries.Count;
        while (index > 0 && entries[index - 1].At > entry.At)
            index--;
        entries.Insert(index, entry);
        DropBefore(LastAt - (long)retention.TotalMilliseconds);
        return true;
    }

    /// <summary>Those of the window, both ends included.</summary>
    public ReadOnlySpan<TrailEntry> Between(long from, long until)
    {
        ReadOnlySpan<TrailEntry> all = CollectionsMarshal.AsSpan(entries);
        int end = all.Length;
        while (end > 0 && all[end - 1].At > until)
            end--;
        int start = 0;
        int high = end;
        while (start < high)
        {
            int middle = (start + high) >>> 1;
            if (all[middle].At >= from)
                high = middle;
            else
                start = middle + 1;
        }

        return all[start..end];
    }

    private void DropBefore(long at)
    {
        int count = 0;
        while (count < entries.Count && entries[count].At < at)
            count++;

        // Dropping from a list's start moves the rest: only when it is worth it.
        if (count * 2 >= entries.Count)
            entries.RemoveRange(0, count);
    }
}
