using System.Runtime.InteropServices;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Counting;

/// <summary>
/// What additions come to in each row of the counters' tables, in the order of the rows' keys: on one engine a page is found
/// once, on the other no two transactions wait for each other's rows in a circle.
/// </summary>
internal sealed class CounterTotals
{
    public SortedDictionary<long, GuildTotals> Guilds { get; } = [];

    public SortedDictionary<(long Guild, long Author), long> Members { get; } = [];

    /// <summary>An empty category counts every message once.</summary>
    public SortedDictionary<(int Day, long Guild, Disposition Disposition, string Category), long> Counts { get; } = new(
        Comparer<(int Day, long Guild, Disposition Disposition, string Category)>.Create(static (a, b) =>
            (a.Day, a.Guild, a.Disposition).CompareTo((b.Day, b.Guild, b.Disposition)) is var order and not 0 ? order : string.CompareOrdinal(a.Category, b.Category)));

    public void Add(in CountAddition addition, int messages)
    {
        GuildTotals totals = Guilds.GetValueOrDefault(addition.Guild);
        Guilds[addition.Guild] = new GuildTotals(
            totals.Recent + (addition.OpensCase ? 0 : messages),
            totals.Logged + (addition.Disposition == Disposition.Log ? messages : 0),
            totals.Flagged + (addition.Disposition == Disposition.Flag ? messages : 0),
            totals.Deleted + (addition.Disposition == Disposition.Delete ? messages : 0),
            totals.Cases + (addition.OpensCase ? messages : 0));
        Members[(addition.Guild, addition.Author)] = Members.GetValueOrDefault((addition.Guild, addition.Author)) + messages;
        AddCount(addition, "", messages);
        foreach (Category category in addition.Categories)
            AddCount(addition, category.NameOf(), messages);
    }

    /// <summary>A case that is not about a message takes a number and is counted nowhere else.</summary>
    public void AddCase(long guild)
    {
        GuildTotals totals = Guilds.GetValueOrDefault(guild);
        Guilds[guild] = totals with { Cases = totals.Cases + 1 };
    }

    public void Clear()
    {
        Guilds.Clear();
        Members.Clear();
        Counts.Clear();
    }

    private void AddCount(in CountAddition addition, string category, int messages)
    {
        var key = (addition.Day, addition.Guild, addition.Disposition, category);
        Counts[key] = Counts.GetValueOrDefault(key) + messages;
    }

    /// <summary>Messages of one guild.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct GuildTotals(long Recent, long Logged, long Flagged, long Deleted, long Cases);
}
