using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Dashboard.Pages;

namespace ModBot.Dashboard.Serving;

/// <summary>How often one person may ask.</summary>
internal static class RateLimits
{
    /// <summary>Streams that stay open: a few windows of one person.</summary>
    public const string Streams = "streams";

    /// <summary>Exports that run.</summary>
    public const string Exports = "exports";

    private const int MostStreams = 8;
    private const int MostExports = 2;

    /// <summary>A burst of keys in the queue, then ten a second.</summary>
    private static readonly TokenBucketRateLimiterOptions Requests = new()
    {
        TokenLimit = 200,
        TokensPerPeriod = 10,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
        AutoReplenishment = true,
    };

    public static void Add(IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "5";
            return new ValueTask(Refusal.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests, "Too fast", "Too many requests. Wait a few seconds and try again."));
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => RateLimitPartition.GetTokenBucketLimiter(Who(http), _ => Requests));
        limiter.AddPolicy(Streams, http => Concurrency($"stream {Who(http)}", MostStreams));
        limiter.AddPolicy(Exports, http => Concurrency($"export {Who(http)}", MostExports));
    });

    private static RateLimitPartition<string> Concurrency(string key, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 });

    private static string Who(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? http.Connection.RemoteIpAddress?.ToString() ?? "";
}
