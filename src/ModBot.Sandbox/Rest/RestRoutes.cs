using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ModBot.Sandbox.Rest;

/// <summary>Registers endpoints below the API's versions.</summary>
internal sealed class RestRoutes(IEndpointRouteBuilder endpoints, RestPipeline pipeline)
{
    /// <summary>v9 has the same shapes for everything that the sandbox answers.</summary>
    private static readonly string[] Prefixes = ["/api/v10", "/api/v9"];

    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The route below the version.</param>
    /// <param name="bucket">Its rate limit, or none.</param>
    /// <param name="handler">Runs under the world's gate.</param>
    /// <param name="open">True where the address itself is the secret: no bot token, no global limit.</param>
    /// <param name="scope">The OAuth2 scope with which a person's token is taken too.</param>
    public void Map(string method, string template, RouteBucket? bucket, Func<RestCall, RestReply> handler, bool open = false, string? scope = null)
    {
        var route = new RestRoute(method, template, bucket, handler, open, scope);
        foreach (string prefix in Prefixes)
            endpoints.MapMethods(prefix + template, [method], (RequestDelegate)(http => pipeline.RunAsync(http, route)));
    }

    public void Get(string template, RouteBucket? bucket, Func<RestCall, RestReply> handler, bool open = false, string? scope = null) => Map("GET", template, bucket, handler, open, scope);

    public void Post(string template, RouteBucket? bucket, Func<RestCall, RestReply> handler, bool open = false) => Map("POST", template, bucket, handler, open);

    public void Put(string template, RouteBucket? bucket, Func<RestCall, RestReply> handler) => Map("PUT", template, bucket, handler);

    public void Patch(string template, RouteBucket? bucket, Func<RestCall, RestReply> handler, bool open = false) => Map("PATCH", template, bucket, handler, open);

    public void Delete(string template, RouteBucket? bucket, Func<RestCall, RestReply> handler, bool open = false) => Map("DELETE", template, bucket, handler, open);
}
