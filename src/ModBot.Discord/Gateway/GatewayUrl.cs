namespace ModBot.Discord.Gateway;

/// <summary>Builds the address of a gateway connection from what the server names.</summary>
internal static class GatewayUrl
{
    private static readonly (string Key, string Value)[] Parameters = [("v", "10"), ("encoding", "json"), ("compress", "zlib-stream")];

    /// <summary>Keeps scheme, host, port, path and query as they are and adds what the protocol asks for; null where it is no web socket address.</summary>
    public static Uri? Build(string? address)
    {
        if (!Uri.TryCreate(address?.Trim(), UriKind.Absolute, out Uri? given))
            return null;
        string? scheme = given.Scheme switch
        {
            "ws" or "wss" => given.Scheme,
            "http" => "ws",
            "https" => "wss",
            _ => null,
        };
        if (scheme is null)
            return null;
        List<string> query = [.. given.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)];
        foreach ((string key, string value) in Parameters)
        {
            query.RemoveAll(pair => string.Equals(pair.Split('=')[0], key, StringComparison.OrdinalIgnoreCase));
            query.Add($"{key}={value}");
        }

        return new UriBuilder(given) { Scheme = scheme, Port = given.IsDefaultPort ? -1 : given.Port, Query = string.Join('&', query), Fragment = "" }.Uri;
    }

    /// <summary>Plain web sockets carry the token in the clear: only this machine may be spoken to so.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == "wss" || address.IsLoopback;
}
