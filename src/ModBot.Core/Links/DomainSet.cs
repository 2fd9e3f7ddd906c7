using ModBot.Core.Text;

namespace ModBot.Core.Links;

/// <summary>A list of domains, each meant with its subdomains. Immutable, shared by threads; a look-up allocates nothing.</summary>
public sealed class DomainSet
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> domains;

    /// <param name="domains">Domains as people write them: any case, a leading <c>*.</c>, scheme, <c>www.</c> and trailing slash are dropped.</param>
    public DomainSet(IEnumerable<string> domains)
    {
        this.domains = domains.Select(Normalise).Where(domain => domain.Length > 0).ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => domains.Set.Count;

    /// <summary>True for a listed domain itself, with or without <c>www.</c>.</summary>
    /// <param name="host">In lower case.</param>
    public bool Contains(ReadOnlySpan<char> host) => domains.Contains(host) || (host.StartsWith("www.") && domains.Contains(host[4..]));

    /// <summary>True for a listed domain and for every subdomain of one.</summary>
    /// <param name="host">In lower case.</param>
    public bool Covers(ReadOnlySpan<char> host)
    {
        if (domains.Set.Count == 0)
            return false;
        while (true)
        {
            if (domains.Contains(host))
                return true;
            int dot = host.IndexOf('.');
            if (dot < 0)
                return false;
            host = host[(dot + 1)..];
        }
    }

    /// <summary>Null where the text is a domain that can be listed; else what is wrong with it.</summary>
    public static string? Fault(string text)
    {
        string domain = Normalise(text);
        return domain.Length is > 0 and <= 253 && domain.Contains('.', StringComparison.Ordinal) && !domain.AsSpan().ContainsAny(" /@:") && domain.Split('.').All(label => label.Length is > 0 and <= 63)
            ? null
            : "must be a domain such as example.com";
    }

    private static string Normalise(string text)
    {
        string domain = text.Trim().ToLowerInvariant();
        if (!System.Text.Ascii.IsValid(domain) || domain.Contains('%', StringComparison.Ordinal))
        {
            var views = new TextViews();
            views.Load(domain);
            domain = views.Folded.ToString();
        }

        int scheme = domain.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            domain = domain[(scheme + 3)..];
        if (domain.StartsWith("*.", StringComparison.Ordinal))
            domain = domain[2..];
        if (domain.StartsWith("www.", StringComparison.Ordinal))
            domain = domain[4..];
        return domain.TrimEnd('/').Trim('.');
    }
}
