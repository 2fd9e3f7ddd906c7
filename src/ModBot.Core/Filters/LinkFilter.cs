using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>Which links a <see cref="LinkFilter"/> hits on.</summary>
public enum LinkMode
{
    /// <summary>Every link.</summary>
    Any,

    /// <summary>Links other than the listed ones.</summary>
    Allow,

    /// <summary>The listed links.</summary>
    Deny,
}

/// <summary>Options of <see cref="LinkFilter"/>.</summary>
public sealed record LinkOptions : FilterOptions
{
    public LinkMode Mode { get; init; } = LinkMode.Any;

    /// <summary>At most 10,000 domains.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>Names of the host's lists of domains, at most 20. One that the host does not have lists nothing.</summary>
    public ImmutableArray<string> Lists { get; init; } = [];

    /// <summary>A listed domain means its subdomains too.</summary>
    public bool Subdomains { get; init; } = true;

    /// <summary>Texts that list a link when its host or path holds them, at most 700; case does not matter.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Regular expressions that list a link when its host and path match, at most 50 of 512 characters.</summary>
    public ImmutableArray<string> Patterns { get; init; } = [];

    /// <summary>Only links that a client shows as such: with a scheme, not spelled so that only people read them.</summary>
    public bool RealOnly { get; init; }

    /// <summary>So many such links in one message hit.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Which texts to look at; none named means all.</summary>
    public ImmutableArray<TextTarget> Targets { get; init; } = [];
}

/// <summary>Hits on links, by list or at all. A listed link never ends the look at the others.</summary>
public sealed class LinkFilter : FilterDefinition<LinkOptions>
{
    private const int MostDomains = 10_000;
    private const int LongestDomain = 253;
    private const int MostLists = 20;
    private const int LongestListName = 64;
    private const int MostWords = 700;
    private const int LongestWord = 200;
    private const int MostPatterns = 50;
    private const int LongestPattern = 512;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>What the check of some options made, so that compiling them does not make it again.</summary>
    private readonly ConditionalWeakTable<LinkOptions, Regex[]> built = [];

    public override string Id => "link";

    public override string Description => "Links: any, all but listed ones, or listed ones only.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("see https://example.com/x", true),
        new("see example[.]com", true),
        new("see example[.]com", false, new LinkOptions { RealOnly = true }),
        new("version 1.2.3 of README.md", false),
        new("https://docs.example.com", false, new LinkOptions { Mode = LinkMode.Allow, Domains = ["example.com"] }),
        new("https://docs.example.com", true, new LinkOptions { Mode = LinkMode.Allow, Domains = ["example.com"], Subdomains = false }),
        new("https://example.com and https://other.org", true, new LinkOptions { Mode = LinkMode.Allow, Domains = ["example.com"] }),
        new("https://a.bad.example/x", true, new LinkOptions { Mode = LinkMode.Deny, Domains = ["bad.example"] }),
        new("https://notbad.example/x", false, new LinkOptions { Mode = LinkMode.Deny, Domains = ["bad.example"] }),
        new("https://some.example/Casino-royal", true, new LinkOptions { Mode = LinkMode.Deny, Words = ["casino"] }),
        new("the casino is at https://some.example", false, new LinkOptions { Mode = LinkMode.Deny, Words = ["casino"] }),
        new("https://some.example/ref=12", true, new LinkOptions { Mode = LinkMode.Deny, Patterns = [@"/ref=\d+$"] }),
        new("https://some.example/ref=ab", false, new LinkOptions { Mode = LinkMode.Deny, Patterns = [@"/ref=\d+$"] }),
        new("https://a.example https://b.example", false, new LinkOptions { Count = 3 }),
        new("https://a.example https://b.example https://c.example", true, new LinkOptions { Count = 3 }),
    ];

    protected override OptionSchema<LinkOptions> Options { get; } = new OptionSchema<LinkOptions>()
        .Choice("mode", "any: every link; allow: all but the listed ones; deny: the listed ones only.", o => o.Mode, (o, v) => o with { Mode = v })
        .TextList("domains", "Domains such as example.com.", MostDomains, LongestDomain, o => o.Domains, (o, v) => o with { Domains = v })
        .TextList("lists", "Names of the bot's lists of domains.", MostLists, LongestListName, o => o.Lists, (o, v) => o with { Lists = v })
        .Toggle("subdomains", "A listed domain means its subdomains too.", o => o.Subdomains, (o, v) => o with { Subdomains = v })
        .TextList("words", "Texts that list a link when it holds them.", MostWords, LongestWord, o => o.Words, (o, v) => o with { Words = v })
        .TextList("patterns", "Regular expressions that list a link when it matches.", MostPatterns, LongestPattern, o => o.Patterns, (o, v) => o with { Patterns = v })
        .Toggle("real-only", "Only links with a scheme, not spelled for people alone.", o => o.RealOnly, (o, v) => o with { RealOnly = v })
        .Integer("count", "So many such links in one message hit.", 1, 100, o => o.Count, (o, v) => o with { Count = v })
        .Targets(o => o.Targets, (o, v) => o with { Targets = v });

    protected override void Check(LinkOptions options, List<OptionFault> faults)
    {
        for (int i = 0; i < options.Domains.Length; i++)
        {
            if (DomainSet.Fault(options.Domains[i]) is { } fault)
                faults.Add(new OptionFault($"domains[{i}]", fault));
        }

        var regexes = new Regex[options.Patterns.Length];
        for (int i = 0; i < regexes.Length; i++)
        {
            if (PatternSyntax.Build(options.Patterns[i], PatternSyntax.Options | RegexOptions.IgnoreCase, Timeout, out string fault) is { } regex)
                regexes[i] = regex;
            else
                faults.Add(new OptionFault($"patterns[{i}]", fault));
        }

        built.AddOrUpdate(options, regexes);
    }

    protected override void Remark(LinkOptions options, List<OptionFault> remarks)
    {
        bool lists = options.Domains.Length + options.Lists.Length + options.Words.Length + options.Patterns.Length > 0;
        if (lists && options.Mode == LinkMode.Any)
            remarks.Add(new OptionFault("mode", "is any, so every link hits and the lists say nothing"));
        if (!lists && options.Mode == LinkMode.Deny)
            remarks.Add(new OptionFault("domains", "are none, nor is anything else listed: the rule never hits"));
        for (int i = 0; i < options.Domains.Length; i++)
        {
            if (options.Subdomains && PublicSuffixes.IsSuffix(options.Domains[i].Trim().ToLowerInvariant()))
                remarks.Add(new OptionFault($"domains[{i}]", "is a name that anyone can register under: everybody's pages there are meant"));
        }
    }

    protected override ICompiledFilter Compile(LinkOptions options, FilterCompilation compilation) =>
        new Compiled(options, built.TryGetValue(options, out Regex[]? regexes) ? regexes : throw new InvalidOperationException("The options were not checked."));

    private sealed class Compiled(LinkOptions options, Regex[] patterns) : ICompiledFilter
    {
        private readonly DomainSet domains = new(options.Domains);
        private readonly SearchValues<string> words = SearchValues.Create([.. options.Words], StringComparison.OrdinalIgnoreCase);
        private readonly TargetSet targets = new(options.Targets);

        public void Inspect(Inspection inspection, HitSink hits)
        {
            bool skipPreviews = options.Mode != LinkMode.Deny && PreviewLinks.AreNotTheAuthors(inspection);
            if (options.Count > 1 && Visit(inspection, skipPreviews, null) < options.Count)
                return;
            Visit(inspection, skipPreviews, hits);
        }

        /// <summary>Counts the links that hit, and reports them.</summary>
        private int Visit(Inspection inspection, bool skipPreviews, HitSink? hits)
        {
            int count = 0;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (!targets.Covers(surface.Kind) || (skipPreviews && surface.Kind == SurfaceKind.EmbedUrl))
                    continue;
                foreach (ref readonly Link link in surface.Links.All)
                {
                    if (options.RealOnly && (!link.Has(LinkTraits.Scheme) || link.Has(LinkTraits.Obfuscated)))
                        continue;
                    string? listed = options.Mode == LinkMode.Any ? null : Listing(inspection, surface.Links, link);
                    bool hit = options.Mode switch
                    {
                        LinkMode.Any => true,
                        LinkMode.Allow => listed is null || link.Has(LinkTraits.LookAlike),
                        _ => listed is not null,
                    };
                    if (!hit)
                        continue;
                    count++;
                    hits?.Add(Reason(surface.Links.Host(link), listed), surface.OriginalEvidence(link.Start, link.Length));
                }
            }

            return count;
        }

        /// <summary>Why the link is a listed one; null where it is none.</summary>
        private string? Listing(Inspection inspection, LinkList links, in Link link)
        {
            ReadOnlySpan<char> host = links.Host(link);
            if (Covers(domains, host))
                return "a listed domain";
            foreach (string name in options.Lists)
            {
                if (inspection.Domains.Find(name) is { } list && Covers(list, host))
                    return $"on the list {name}";
            }

            ReadOnlySpan<char> text = links.Text(link);
            if (options.Words.Length > 0 && text.ContainsAny(words))
                return "holding a listed word";
            foreach (Regex pattern in patterns)
            {
                if (pattern.IsMatch(text))
                    return "matching a pattern";
            }

            return null;
        }

        private bool Covers(DomainSet list, ReadOnlySpan<char> host) => options.Subdomains ? list.Covers(host) : list.Contains(host);

        private string Reason(ReadOnlySpan<char> host, string? listed) => options.Mode switch
        {
            LinkMode.Any => $"Links to {host}.",
            LinkMode.Allow => $"Links to {host}, which is not among the allowed links.",
            _ => $"Links to {host}, which is blocked: {listed}.",
        };
    }
}
