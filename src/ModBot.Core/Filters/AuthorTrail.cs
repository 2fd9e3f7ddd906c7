using System.Runtime.InteropServices;
using ModBot.Core.Messages;
using ModBot.Core.Text;

namespace ModBot.Core.Filters;

/// <summary>One author's remembered messages, oldest first.</summary>
internal sealed class AuthorTrail
{
    private readonly List<TrailEntry> entries = new(8);

    public int Count => entries.Count;

    /// <summary>Time of the newest message, milliseconds since the Unix epoch; 0 where there is none.</summary>
    public long LastAt => entries.Count == 0 ? 0 : entries[^1].At;

    public void Add(TrailEntry entry, bool isEdit, TimeSpan retention)
    {
        int known = entries.FindLastIndex(existing => existing.MessageId == entry.MessageId);
        if (known >= 0)
        {
            entries[known] = entry;
            return;
        }

        if (isEdit)
            return;
        int index = entries.Count;
        while (index > 0 && entries[index - 1].At > entry.At)
            index--;
        entries.Insert(index, entry);
        DropBefore(LastAt - (long)retention.TotalMilliseconds);
    }

    public int CountSince(DateTimeOffset from, DateTimeOffset until)
    {
        (int start, int end) = Range(from, until);
        return end - start;
    }

    public void FindSimilar(ulong fingerprint, DateTimeOffset from, DateTimeOffset until, List<MessageReference> into)
    {
        (int start, int end) = Range(from, until);
        foreach (TrailEntry entry in CollectionsMarshal.AsSpan(entries)[start..end])
        {
            if (Fingerprint.AreNear(fingerprint, entry.Fingerprint))
                into.Add(new MessageReference(entry.ChannelId, entry.MessageId));
        }
    }

    private (int Start, int End) Range(DateTimeOffset from, DateTimeOffset until)
    {
        long first = from.ToUnixTimeMilliseconds();
        long last = until.ToUnixTimeMilliseconds();
        int end = entries.Count;
        while (end > 0 && entries[end - 1].At > last)
            end--;
        int start = end;
        while (start > 0 && entries[start - 1].At >= first)
            start--;
        return (start, end);
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
