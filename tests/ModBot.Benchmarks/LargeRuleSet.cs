using ModBot.Core.Filters;
using ModBot.Core.Filters.Behaviour;
using ModBot.Core.Filters.History;
using ModBot.Core.Rules;
using ModBot.Core.Verdicts;

namespace ModBot.Benchmarks;

/// <summary>The rules of a server that uses everything: terms, patterns, domains and every behaviour filter.</summary>
internal static class LargeRuleSet
{
    public const int Terms = 1_000;
    public const int Patterns = 50;
    public const int Domains = 5_000;

    private static readonly string[] Syllables =
        ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi", "yo", "zu", "sta", "tre", "bri", "clo", "dru", "the", "ing", "er", "old", "ower"];

    /// <param name="terms">How many terms.</param>
    public static RuleSet Create(int terms = Terms)
    {
        var random = new Random(11);
        var rules = new List<Rule>
        {
            Rule("terms", new BlockedTermsFilter(), new BlockedTermsOptions { Terms = [.. Words(random, terms)] }),
            Rule("patterns", new PatternFilter(), new PatternOptions { Patterns = [.. Words(random, Patterns).Select((word, i) => Pattern(word, i))] }),
            Rule("domains", new LinkFilter(), new LinkOptions { Mode = LinkMode.Deny, Domains = [.. Words(random, Domains).Select((word, i) => $"{word}{i}.example")] }),
            Rule("repeat", new RepeatFilter(), new RepeatFilterOptions()),
            Rule("coordinated", new CoordinatedFilter(), new CoordinatedOptions()),
            Rule("pressure", new PressureFilter(), new PressureOptions()),
        };
        foreach (FloodKind what in Enum.GetValues<FloodKind>())
            rules.Add(Rule($"flood-{(int)what}", new FloodFilter(), new FloodFilterOptions { What = what, Count = 100_000, Within = TimeSpan.FromMinutes(1) }));
        return new RuleSet(1, [.. rules]);
    }

    private static string Pattern(string word, int i) => (i % 4) switch
    {
        0 => $@"\b{word}s?\b",
        1 => $@"{word}\s+\d+ ?(usd|eur|\$)",
        2 => $@"(get|take|claim) (your|my) {word}",
        _ => $@"{word}[a-z]{{1,3}}\.(gg|com|net)",
    };

    private static IEnumerable<string> Words(Random random, int count)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Count < count)
            seen.Add(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)])) + "q");
        return seen;
    }

    private static Rule Rule(string name, FilterDefinition filter, FilterOptions options) =>
        new() { Name = name, Filter = filter.Id, Options = options, Category = Category.Other, Verdict = Disposition.Flag };
}
