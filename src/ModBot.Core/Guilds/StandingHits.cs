using ModBot.Core.Messages;

namespace ModBot.Core.Guilds;

/// <summary>
/// Which members with standing each rule has hit lately. Bounded: for each rule no more members are remembered than make it
/// trip. Used by one thread at a time.
/// </summary>
public sealed class StandingHits
{
    /// <summary>Hits count together for so long.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const int MaximumRules = 500;
    private readonly Dictionary<string, List<(Snowflake Member, DateTimeOffset At)>> rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes a hit.</summary>
    /// <param name="rule">The rule that acts on it.</param>
    /// <param name="member">Who has standing.</param>
    /// <param name="at">When.</param>
    /// <param name="most">So many different members make the rule trip; at least 1.</param>
    /// <returns>How many different members it hit within the window; <paramref name="most"/> at most.</returns>
    public int Note(string rule, Snowflake member, DateTimeOffset at, int most)
    {
        if (!rules.TryGetValue(rule, out List<(Snowflake Member, DateTimeOffset At)>? hits))
        {
            if (rules.Count >= MaximumRules)
                rules.Clear();
            rules[rule] = hits = [];
        }

        hits.RemoveAll(hit => hit.Member == member || at - hit.At > Window);
        hits.Add((member, at));
        if (hits.Count > most)
            hits.RemoveRange(0, hits.Count - most);
        return hits.Count;
    }

    /// <summary>Begins anew for a rule that tripped.</summary>
    public void Forget(string rule) => rules.Remove(rule);
}
