using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ModBot.Sandbox.Control;

/// <summary>The chat page's files, embedded in the assembly.</summary>
internal static class PageAssets
{
    private const string Policy = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

    private static readonly (string Path, string Resource, string ContentType)[] Files =
    [
        ("/", "index.html", "text/html; charset=utf-8"),
        ("/app.css", "app.css", "text/css; charset=utf-8"),
        ("/authorize.css", "authorize.css", "text/css; charset=utf-8"),
        ("/icon.svg", "icon.svg", "image/svg+xml"),
        .. ((string[])["api.js", "app.js", "composer.js", "faults.js", "messages.js", "modal.js", "render.js"])
            .Select(name => ("/" + name, name, "text/javascript; charset=utf-8")),
    ];

    public static void AddSecurityHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach ((string path, string resource, string contentType) in Files)
        {
            byte[] content = Read(resource);
            app.MapGet(path, (RequestDelegate)(http =>
            {
                http.Response.ContentType = contentType;
                http.Response.ContentLength = content.Length;
                http.Response.Headers.CacheControl = "no-cache";
                return http.Response.Body.WriteAsync(content, http.RequestAborted).AsTask();
            }));
        }
    }

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream($"ModBot.Sandbox.Page.{name}")
            ?? throw new InvalidOperationException($"The page's file {name} is not embedded.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
