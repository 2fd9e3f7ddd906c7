using System.Collections.Frozen;

namespace ModBot.Core.Links;

/// <summary>Named lists of domains that stand outside of the rules, such as feeds of phishing domains. An immutable snapshot; a list that changes is a new one.</summary>
public sealed class DomainLists
{
    public static readonly DomainLists Empty = new([]);

    private readonly FrozenDictionary<string, DomainSet> byName;

    /// <param name="lists">Names are compared without regard to case; of equal names the last wins.</param>
    public DomainLists(IEnumerable<KeyValuePair<string, DomainSet>> lists)
    {
        var all = new Dictionary<string, DomainSet>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, DomainSet domains) in lists)
            all[name] = domains;
        byName = all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyCollection<string> Names => byName.Keys;

    /// <summary>The list of that name; null where there is none.</summary>
    public DomainSet? Find(string name) => byName.GetValueOrDefault(name);
}
