using System.Net;

namespace ModBot.Dashboard;

/// <summary>Where the page is and who vouches for those who sign in.</summary>
public sealed record DashboardOptions
{
    /// <summary>
    /// Where to listen: plain http on an IP address or <c>localhost</c>, with a port (0: any free one). Beyond this machine only
    /// where <see cref="PublicUrl"/> is https: a proxy in front then does the encrypting. Default: http://127.0.0.1:5090.
    /// </summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:5090");

    /// <summary>The address that people type where it is another one than <see cref="Url"/>: a proxy's, without a path. Null for none.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The application's id with the platform.</summary>
    public required string ClientId { get; init; }

    /// <summary>The application's OAuth2 secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where people are asked whether they want to sign in.</summary>
    public required Uri AuthorizeUrl { get; init; }

    /// <summary>The REST API's base, its version included; tokens and users are asked for there.</summary>
    public required Uri RestUrl { get; init; }

    /// <summary>The folder of the key ring: sign-ins outlive a restart.</summary>
    public required string KeyFolder { get; init; }

    /// <summary>Take the next free port of the following 50 where the asked one is taken. Default false.</summary>
    public bool TakeNextFreePort { get; init; }

    /// <summary>Every fault, one sentence each; empty where the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (Url.Scheme != Uri.UriSchemeHttp || Url.AbsolutePath != "/" || Address is null)
            faults.Add($"Dashboard:Urls is '{Url}'; it must be plain http on an IP address or localhost, such as http://127.0.0.1:5090.");
        else if (!IPAddress.IsLoopback(Address) && PublicUrl?.Scheme != Uri.UriSchemeHttps)
            faults.Add($"Dashboard:Urls is '{Url}', which others can reach. Set Dashboard:PublicUrl to the https address of the proxy in front of it, or listen on 127.0.0.1.");
        if (PublicUrl is { } address && (address.AbsolutePath != "/" || address.Query.Length > 0 || address.Scheme is not ("http" or "https")))
            faults.Add($"Dashboard:PublicUrl is '{address}'; it must be an address without a path, such as https://moderation.example.org.");
        if (string.IsNullOrWhiteSpace(ClientId) || !ClientId.All(char.IsAsciiDigit))
            faults.Add("Dashboard:ClientId must be the application's id (digits, from the developer portal).");
        if (string.IsNullOrWhiteSpace(ClientSecret))
            faults.Add("Dashboard:ClientSecret is missing. Set the environment variable Dashboard__ClientSecret; the developer portal shows the secret under OAuth2.");
        return faults;
    }

    /// <summary>The address to listen on; null where the host is not one.</summary>
    internal IPAddress? Address => Url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        ? IPAddress.Loopback
        : IPAddress.TryParse(Url.Host.Trim('[', ']'), out IPAddress? address) ? address : null;
}
