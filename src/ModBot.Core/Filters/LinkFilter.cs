using System.Collections.Immutable;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>Which links a <see cref="LinkFilter"/> hits on.</summary>
public enum LinkMode
{
    /// <summary>Every link.</summary>
    Any,

    /// <summary>Links to other than the listed domains.</summary>
    Allow,

    /// <summary>Links to the listed domains.</summary>
    Deny,
}

/// <summary>Options of <see cref="LinkFilter"/>.</summary>
public sealed record LinkOptions : FilterOptions
{
    public LinkMode Mode { get; init; } = LinkMode.Any;

    /// <summary>At most 10,000 domains; each means its subdomains too.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];
}

/// <summary>Hits on links, by list or at all. A listed link never ends the look at the others.</summary>
public sealed class LinkFilter : FilterDefinition<LinkOptions>
{
    private const int MostDomains = 10_000;
    private const int LongestDomain = 253;

    public override string Id => "link";

    public override string Description => "Links: any, all but listed domains, or listed domains only.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("see https://example.com/x", true),
        new("see example[.]com", true),
        new("version 1.2.3 of README.md", false),
        new("https://docs.example.com", false, new LinkOptions { Mode = LinkMode.Allow, Domains = ["example.com"] }),
        new("https://example.com and https://other.org", true, new LinkOptions { Mode = LinkMode.Allow, Domains = ["example.com"] }),
        new("https://a.bad.example/x", true, new LinkOptions { Mode = LinkMode.Deny, Domains = ["bad.example"] }),
        new("https://notbad.example/x", false, new LinkOptions { Mode = LinkMode.Deny, Domains = ["bad.example"] }),
    ];

    protected override OptionSchema<LinkOptions> Options { get; } = new OptionSchema<LinkOptions>()
        .Choice("mode", "any: every link; allow: all but the listed domains; deny: the listed ones only.", o => o.Mode, (o, v) => o with { Mode = v })
        .TextList("domains", "Domains such as example.com; subdomains are meant too.", MostDomains, LongestDomain, o => o.Domains, (o, v) => o with { Domains = v });

    protected override void Check(LinkOptions options, List<OptionFault> faults)
    {
        for (int i = 0; i < options.Domains.Length; i++)
        {
            if (DomainSet.Fault(options.Domains[i]) is { } fault)
                faults.Add(new OptionFault($"domains[{i}]", fault));
        }
    }

    protected override ICompiledFilter Compile(LinkOptions options, FilterCompilation compilation) => new Compiled(options.Mode, new DomainSet(options.Domains));

    private sealed class Compiled(LinkMode mode, DomainSet domains) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            // The previews that Discord adds to a member's links name hosts that the member did not choose (image servers).
            bool skipPreviews = mode != LinkMode.Deny && !inspection.Occurrence.Author.IsBot && !inspection.Occurrence.Author.IsWebhook;
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (skipPreviews && surface.Kind == SurfaceKind.EmbedUrl && inspection.Surfaces[0].Kind == SurfaceKind.Content && inspection.Surfaces[0].Links.Count > 0)
                    continue;
                foreach (ref readonly Link link in surface.Links.All)
                {
                    ReadOnlySpan<char> host = surface.Links.Host(link);
                    bool listed = domains.Covers(host);
                    bool hit = mode switch
                    {
                        LinkMode.Any => true,
                        LinkMode.Allow => !listed || link.Has(LinkTraits.LookAlike),
                        _ => listed,
                    };
                    if (hit)
                        hits.Add(Reason(host), surface.OriginalEvidence(link.Start, link.Length));
                }
            }
        }

        private string Reason(ReadOnlySpan<char> host) => mode switch
        {
            LinkMode.Any => $"Links to {host}.",
            LinkMode.Allow => $"Links to {host}, which is not among the allowed domains.",
            _ => $"Links to {host}, which is a blocked domain.",
        };
    }
}
