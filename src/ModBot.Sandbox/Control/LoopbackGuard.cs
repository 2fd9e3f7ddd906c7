using System.Net;
using Microsoft.AspNetCore.Http;

namespace ModBot.Sandbox.Control;

/// <summary>
/// Turns away browsers that were led here from elsewhere: a Host that is not loopback (DNS rebinding) and an Origin that
/// is not the page's own.
/// </summary>
internal static class LoopbackGuard
{
    /// <summary>Null where the request may pass; otherwise why not.</summary>
    public static string? Refusal(HttpRequest request)
    {
        if (!IsLoopback(request.Host.Host))
            return "The sandbox answers on loopback names only.";
        if (request.Headers.Origin.Count == 0)
            return null;
        return request.Headers.Origin is [{ } origin] && IsOwn(origin, request.Host) ? null : "Requests from other origins are refused.";
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri)
        && uri.Scheme == Uri.UriSchemeHttp
        && uri.Authority.Equals(host.Value, StringComparison.OrdinalIgnoreCase);
}
