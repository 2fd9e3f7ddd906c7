using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModBot.Dashboard.Pages;

namespace ModBot.Dashboard.Serving;

/// <summary>What every request passes, in order, and where it goes.</summary>
internal static partial class DashboardPipeline
{
    private const string ContentPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public static void Use(WebApplication app, DashboardOptions options)
    {
        ILogger logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("ModBot.Dashboard");
        app.Use((http, next) => GuardAsync(http, next, options, logger));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.Use(CheckTokenAsync);
        PageFiles.Map(app);
        HomeRoutes.Map(app);
        GuildRoutes.Map(app);
    }

    private static async Task GuardAsync(HttpContext http, RequestDelegate next, DashboardOptions options, ILogger logger)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        if (!IsOwnHost(http.Request.Host, options))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync("This page does not answer to that host name. Set Dashboard:PublicUrl where it stands behind a proxy.", http.RequestAborted);
            return;
        }

        if (options.PublicUrl is { } address)
        {
            // The proxy speaks plain http to this process; addresses that are given out must be those that people see.
            http.Request.Scheme = address.Scheme;
            http.Request.Host = HostString.FromUriComponent(address);
            if (address.Scheme == Uri.UriSchemeHttps)
                headers.StrictTransportSecurity = "max-age=31536000";
        }

        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, ContentType: null, StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed })
                await Refusal.WriteAsync(http, http.Response.StatusCode, "Nothing here", "There is no such page.");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone.
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            await Refusal.WriteAsync(http, fault.StatusCode, "Not understood", "The request could not be read.");
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            LogFailed(logger, fault, http.Request.Method, (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route");
            await Refusal.WriteAsync(http, StatusCodes.Status500InternalServerError, "A fault in ModBot", "That did not work. Nothing was changed; the operator's log says more.");
        }
    }

    /// <summary>Nothing is changed without the token of a form that this server made for this person.</summary>
    private static async Task CheckTokenAsync(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            await Refusal.WriteAsync(http, StatusCodes.Status400BadRequest, "This form is too old", "Go back, load the page anew and try again.");
            return;
        }

        await next(http);
    }

    private static bool IsOwnHost(HostString host, DashboardOptions options) =>
        string.Equals(host.Host, options.PublicUrl?.Host, StringComparison.OrdinalIgnoreCase)
        || string.Equals(host.Host, options.Url.Host, StringComparison.OrdinalIgnoreCase)
        || string.Equals(host.Host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address));

    [LoggerMessage(5001, LogLevel.Error, "{Method} {Route} failed")]
    private static partial void LogFailed(ILogger logger, Exception fault, string method, string route);
}
