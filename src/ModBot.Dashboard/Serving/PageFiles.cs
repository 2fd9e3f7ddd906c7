using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ModBot.Dashboard.Serving;

/// <summary>The page's own files, embedded in the assembly.</summary>
internal static class PageFiles
{
    private static readonly (string Name, string ContentType)[] Files =
    [
        ("app.css", "text/css; charset=utf-8"),
        ("app.js", "text/javascript; charset=utf-8"),
        ("queue.js", "text/javascript; charset=utf-8"),
        ("live.js", "text/javascript; charset=utf-8"),
        ("exports.js", "text/javascript; charset=utf-8"),
        ("icon.svg", "image/svg+xml"),
    ];

    private static readonly Dictionary<string, byte[]> Contents = Files.ToDictionary(file => file.Name, file => Read(file.Name), StringComparer.Ordinal);

    /// <summary>Part of every asset's address, so that it may be cached for good: another build has another one.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(SHA256.HashData([.. Contents.OrderBy(file => file.Key, StringComparer.Ordinal).SelectMany(file => file.Value)]))[..12];

    public static string Path(string name) => $"/assets/{Version}/{name}";

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach ((string name, string contentType) in Files)
        {
            byte[] content = Contents[name];
            app.MapGet(Path(name), (RequestDelegate)(http =>
            {
                http.Response.ContentType = contentType;
                http.Response.ContentLength = content.Length;
                http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return http.Response.Body.WriteAsync(content, http.RequestAborted).AsTask();
            })).AllowAnonymous();
        }
    }

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(PageFiles).Assembly.GetManifestResourceStream($"ModBot.Dashboard.Assets.{name}")
            ?? throw new InvalidOperationException($"The page's file {name} is not embedded.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
