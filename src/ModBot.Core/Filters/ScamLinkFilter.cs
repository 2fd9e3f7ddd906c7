using System.Collections.Immutable;
using ModBot.Core.Links;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="ScamLinkFilter"/>.</summary>
public sealed record ScamLinkOptions : FilterOptions
{
    /// <summary>Hosts that pose as a protected brand.</summary>
    public bool LookAlikes { get; init; } = true;

    /// <summary>Markdown links whose label names another domain than they lead to.</summary>
    public bool Masked { get; init; } = true;

    /// <summary>Known scam domains, at most 10,000; each means its subdomains too.</summary>
    public ImmutableArray<string> Domains { get; init; } = [];

    /// <summary>Names of the host's lists of scam domains, at most 20. One that the host does not have lists nothing.</summary>
    public ImmutableArray<string> Lists { get; init; } = [];

    /// <summary>Domains that never count as look-alikes, at most 1,000.</summary>
    public ImmutableArray<string> Trusted { get; init; } = [];
}

/// <summary>Hits on links that pose as something else, and on listed scam domains.</summary>
public sealed class ScamLinkFilter : FilterDefinition<ScamLinkOptions>
{
    private const int MostDomains = 10_000;
    private const int MostTrusted = 1_000;
    private const int LongestDomain = 253;
    private const int MostLists = 20;
    private const int LongestListName = 64;

    public override string Id => "scam-link";

    public override string Description => "Links that pose as a known brand or as another site, and listed scam domains.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("get it at https://dlscord-nitro.gift/x", true),
        new("https://steamcomrnunity.com/tradeoffer/new", true),
        new("https://discord-app.gift", true),
        new("https://dіscord.com/x", true),
        new("https://discord.com.login.example/x", true),
        new("[https://discord.com/nitro](https://evil.example/x)", true),
        new("https://discord.com/channels/1 and https://discord.gift/x", false),
        new("https://discordjs.guide and https://steamdb.info", false),
        new("[the docs](https://docs.example.com)", false),
        new("[docs.example.com](https://www.example.com/docs)", false),
        new("https://a.bad.example/x", true, new ScamLinkOptions { Domains = ["bad.example"] }),
        new("https://dlscord.fan.example", false, new ScamLinkOptions { Trusted = ["fan.example"] }),
    ];

    protected override OptionSchema<ScamLinkOptions> Options { get; } = new OptionSchema<ScamLinkOptions>()
        .Toggle("look-alikes", "Hosts that pose as a protected brand.", o => o.LookAlikes, (o, v) => o with { LookAlikes = v })
        .Toggle("masked", "Links whose label names another domain than they lead to.", o => o.Masked, (o, v) => o with { Masked = v })
        .TextList("domains", "Known scam domains; subdomains are meant too.", MostDomains, LongestDomain, o => o.Domains, (o, v) => o with { Domains = v })
        .TextList("lists", "Names of the bot's lists of scam domains.", MostLists, LongestListName, o => o.Lists, (o, v) => o with { Lists = v })
        .TextList("trusted", "Domains that never count as look-alikes.", MostTrusted, LongestDomain, o => o.Trusted, (o, v) => o with { Trusted = v });

    protected override void Check(ScamLinkOptions options, List<OptionFault> faults)
    {
        CheckDomains("domains", options.Domains, faults);
        CheckDomains("trusted", options.Trusted, faults);
    }

    protected override ICompiledFilter Compile(ScamLinkOptions options, FilterCompilation compilation) =>
        new Compiled(options, new DomainSet(options.Domains), new DomainSet(options.Trusted));

    private static void CheckDomains(string option, ImmutableArray<string> domains, List<OptionFault> faults)
    {
        for (int i = 0; i < domains.Length; i++)
        {
            if (DomainSet.Fault(domains[i]) is { } fault)
                faults.Add(new OptionFault($"{option}[{i}]", fault));
        }
    }

    private sealed class Compiled(ScamLinkOptions options, DomainSet domains, DomainSet trusted) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                foreach (ref readonly Link link in surface.Links.All)
                {
                    if (Suspicion(inspection, surface, link) is { } reason)
                        hits.Add(reason, surface.OriginalEvidence(link.Start, link.Length));
                }
            }
        }

        private string? Suspicion(Inspection inspection, SurfaceView surface, in Link link)
        {
            ReadOnlySpan<char> host = surface.Links.Host(link);
            if (domains.Covers(host))
                return $"The link leads to {host}, which is listed as a scam.";
            foreach (string name in options.Lists)
            {
                if (inspection.Domains.Find(name) is { } list && list.Covers(host) && !trusted.Covers(host))
                    return $"The link leads to {host}, which is on the list {name}.";
            }

            if (link.Has(LinkTraits.Address) || (trusted.Covers(host) && !link.Has(LinkTraits.LookAlike)))
                return null;
            return (options.LookAlikes ? HostSuspicion.Of(host, link.Has(LinkTraits.LookAlike)) : null)
                ?? (options.Masked && link.Has(LinkTraits.Masked) ? Mask(surface, link) : null);
        }

        /// <summary>Why a label deceives: it names a host of another owner.</summary>
        private static string? Mask(SurfaceView surface, in Link link)
        {
            ReadOnlySpan<char> target = PublicSuffixes.RegistrableDomain(surface.Links.Host(link));
            foreach (ref readonly Link named in surface.Links.All)
            {
                bool inside = named.Start >= link.LabelStart && named.Start + named.Length <= link.LabelStart + link.LabelLength;
                if (inside && !PublicSuffixes.RegistrableDomain(surface.Links.Host(named)).SequenceEqual(target))
                    return $"The link's label names {surface.Links.Host(named)} but it leads to {surface.Links.Host(link)}.";
            }

            return null;
        }
    }
}
