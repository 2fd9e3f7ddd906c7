using System.Collections.Immutable;
using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Filters;

/// <summary>Options of <see cref="RiskyLinkFilter"/>.</summary>
public sealed record RiskyLinkOptions : FilterOptions
{
    /// <summary>Link shorteners: where they lead is hidden.</summary>
    public bool Shorteners { get; init; } = true;

    /// <summary>Hosts that are IP addresses, in whatever notation.</summary>
    public bool Addresses { get; init; } = true;

    /// <summary>Something@ before the host, which shows a name that the link does not lead to.</summary>
    public bool Credentials { get; init; } = true;

    /// <summary>Hosts from which a stranger's file is one click away.</summary>
    public bool FileHosts { get; init; } = true;

    /// <summary>Downloads of programs.</summary>
    public bool Programs { get; init; } = true;

    /// <summary>Hosts written in punycode or in letters that only look like Latin ones.</summary>
    public bool Disguised { get; init; } = true;

    /// <summary>Domains that are fine, at most 1,000; subdomains are meant too.</summary>
    public ImmutableArray<string> Trusted { get; init; } = [];
}

/// <summary>Hits on links that hide where they lead or hand out files.</summary>
public sealed class RiskyLinkFilter : FilterDefinition<RiskyLinkOptions>
{
    private const int MostTrusted = 1_000;
    private const int LongestDomain = 253;

    public override string Id => "risky-link";

    public override string Description => "Shorteners, IP addresses, credentials in links, file hosts, downloads of programs.";

    public override OccurrenceKinds CanWatch => OccurrenceKinds.Texts;

    public override IReadOnlyList<FilterExample> Examples { get; } =
    [
        new("look https://bit.ly/3xYz", true),
        new("the orbit.ly club at https://www.example.com/bit.ly", false),
        new("http://203.0.113.7/login", true),
        new("http://3405803783/login", true),
        new("http://127.0.0.1:8080 and 1.2.3.4 is a version", false, new RiskyLinkOptions { Addresses = false }),
        new("https://discord.com@evil.example/", true),
        new("mail me@example.com, or https://example.com/@me", false),
        new("https://www.mediafire.com/file/abc", true),
        new("https://www.mediafire.com/file/abc", false, new RiskyLinkOptions { FileHosts = false }),
        new("https://cdn.example/get/Setup.EXE?x=1", true),
        new("https://example.com/exe/notes.html", false),
        new("https://xn--e1afmkfd.example/", true),
        new("https://files.example.com/setup.exe", false, new RiskyLinkOptions { Trusted = ["example.com"] }),
    ];

    protected override OptionSchema<RiskyLinkOptions> Options { get; } = new OptionSchema<RiskyLinkOptions>()
        .Toggle("shorteners", "Link shorteners.", o => o.Shorteners, (o, v) => o with { Shorteners = v })
        .Toggle("addresses", "Hosts that are IP addresses.", o => o.Addresses, (o, v) => o with { Addresses = v })
        .Toggle("credentials", "A name before the host, as in name@host.", o => o.Credentials, (o, v) => o with { Credentials = v })
        .Toggle("file-hosts", "Hosts from which a stranger's file is one click away.", o => o.FileHosts, (o, v) => o with { FileHosts = v })
        .Toggle("programs", "Downloads of programs.", o => o.Programs, (o, v) => o with { Programs = v })
        .Toggle("disguised", "Hosts in punycode or look-alike letters.", o => o.Disguised, (o, v) => o with { Disguised = v })
        .TextList("trusted", "Domains that are fine; subdomains are meant too.", MostTrusted, LongestDomain, o => o.Trusted, (o, v) => o with { Trusted = v });

    protected override void Check(RiskyLinkOptions options, List<OptionFault> faults)
    {
        for (int i = 0; i < options.Trusted.Length; i++)
        {
            if (DomainSet.Fault(options.Trusted[i]) is { } fault)
                faults.Add(new OptionFault($"trusted[{i}]", fault));
        }
    }

    protected override ICompiledFilter Compile(RiskyLinkOptions options, FilterCompilation compilation) => new Compiled(options, new DomainSet(options.Trusted));

    private sealed class Compiled(RiskyLinkOptions options, DomainSet trusted) : ICompiledFilter
    {
        public void Inspect(Inspection inspection, HitSink hits)
        {
            bool skipPreviews = PreviewLinks.AreNotTheAuthors(inspection);
            for (int i = 0; i < inspection.Surfaces.Count; i++)
            {
                SurfaceView surface = inspection.Surfaces[i];
                if (skipPreviews && surface.Kind == SurfaceKind.EmbedUrl)
                    continue;
                foreach (ref readonly Link link in surface.Links.All)
                {
                    if (Risk(surface.Links, link) is { } reason)
                        hits.Add(reason, surface.OriginalEvidence(link.Start, link.Length));
                }
            }
        }

        private string? Risk(LinkList links, in Link link)
        {
            ReadOnlySpan<char> host = links.Host(link);
            if (options.Credentials && link.Has(LinkTraits.UserInfo))
                return $"The link shows a name before its host, which is {host}.";
            if (options.Disguised && link.Has(LinkTraits.LookAlike))
                return $"The link's host is written in letters that only look like {host}.";
            if (trusted.Covers(host))
                return null;
            if (options.Disguised && link.Has(LinkTraits.Punycode))
                return $"The link's host is written in punycode: {host}.";
            if (options.Addresses && link.Has(LinkTraits.Address))
                return $"The link leads to an IP address: {host}.";
            if (options.Shorteners && HostTraits.IsShortener(host))
                return $"The link is shortened by {host}: where it leads is hidden.";
            if (options.FileHosts && HostTraits.IsFileHost(host))
                return $"The link leads to files of strangers at {host}.";
            return options.Programs && FileNames.IsExecutable(FileNames.InPath(links.Path(link))) ? $"The link downloads a program from {host}." : null;
        }
    }
}
