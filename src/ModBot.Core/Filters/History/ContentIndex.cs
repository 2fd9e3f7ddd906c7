using System.Numerics;
using System.Runtime.InteropServices;
using ModBot.Core.Text;

namespace ModBot.Core.Filters.History;

/// <summary>
/// Finds again what was posted lately in one guild, whoever posted it: links and files by their keys, texts by the first of
/// those that are near-identical. Memory is bounded: what is silent longest is forgotten first.
/// </summary>
internal sealed class ContentIndex
{
    /// <summary>Bits in which texts of different authors may differ: small talk of many comes nearer to each other by chance than one author's repeats.</summary>
    private const int AcrossAuthorsDistance = 5;

    /// <summary>Contents kept: texts are searched one by one, 4,096 of them in about 2 µs.</summary>
    private const int MaximumTexts = 4_096;

    private const int MaximumKeys = 16_384;

    private readonly List<ulong> leaders = [];
    private readonly List<ContentTrail> texts = [];
    private readonly Dictionary<ContentKey, ContentTrail> exact = [];

    /// <summary>Contents that are known.</summary>
    public int Count => texts.Count + exact.Count;

    /// <summary>The messages with that content; null where there were none.</summary>
    public ContentTrail? Find(ContentKey key)
    {
        if (key.Value == 0)
            return null;
        if (key.Kind != ContentKind.Text)
            return exact.GetValueOrDefault(key);
        int nearest = Nearest(key.Value);
        return nearest < 0 ? null : texts[nearest];
    }

    public ContentTrail Open(ContentKey key, long now, long retention)
    {
        if (Find(key) is { } known)
            return known;
        var trail = new ContentTrail(key);
        if (key.Kind == ContentKind.Text)
        {
            if (texts.Count >= MaximumTexts)
                SweepTexts(now - retention);
            leaders.Add(key.Value);
            texts.Add(trail);
        }
        else
        {
            if (exact.Count >= MaximumKeys)
                SweepKeys(now - retention);
            exact[key] = trail;
        }

        return trail;
    }

    public void Clear()
    {
        leaders.Clear();
        texts.Clear();
        exact.Clear();
    }

    private int Nearest(ulong fingerprint)
    {
        ReadOnlySpan<ulong> all = CollectionsMarshal.AsSpan(leaders);
        int found = -1;
        int least = AcrossAuthorsDistance + 1;
        for (int i = 0; i < all.Length; i++)
        {
            int distance = BitOperations.PopCount(all[i] ^ fingerprint);
            if (distance < least)
                (found, least) = (i, distance);
        }

        return found;
    }

    /// <summary>Drops what has expired, and at least half, the silent first.</summary>
    private void SweepTexts(long before)
    {
        ContentTrail[] kept = [.. texts.Where(trail => trail.LastAt >= before).OrderByDescending(trail => trail.LastAt).Take(MaximumTexts / 2)];
        leaders.Clear();
        texts.Clear();
        foreach (ContentTrail trail in kept)
        {
            trail.DropBefore(before);
            leaders.Add(trail.Key.Value);
            texts.Add(trail);
        }
    }

    private void SweepKeys(long before)
    {
        ContentTrail[] kept = [.. exact.Values.Where(trail => trail.LastAt >= before).OrderByDescending(trail => trail.LastAt).Take(MaximumKeys / 2)];
        exact.Clear();
        foreach (ContentTrail trail in kept)
        {
            trail.DropBefore(before);
            exact[trail.Key] = trail;
        }
    }
}
