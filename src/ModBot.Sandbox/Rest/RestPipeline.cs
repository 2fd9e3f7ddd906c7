using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModBot.Sandbox.Faults;
using ModBot.Sandbox.OAuth;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>What happens around every REST handler: token, faults, rate limit, body, reason, errors, call log.</summary>
internal sealed class RestPipeline(WorldState world, OAuthDesk oauth, RateLimiter limiter, SandboxFaults faults, CallLog calls, Action changed, Action<string> report, Action<SandboxExchange>? observe)
{
    private const int MaxReason = 512;

    public async Task RunAsync(HttpContext http, RestRoute route)
    {
        string? reason = null;
        int code = 0;
        int status;
        try
        {
            OAuthGrant? grant = Authorise(http.Request, route);
            if (await FailAsync(http))
                return;
            if (!TakeLimit(http, route, out JsonObject? refusal))
            {
                status = 429;
                await WriteAsync(http, status, refusal);
            }
            else
            {
                reason = ReadReason(http.Request);
                (JsonNode? body, IReadOnlyList<UploadedFile> files) = await BodyReader.ReadAsync(http.Request, http.RequestAborted);
                JsonNode? sent = observe is null ? null : body?.DeepClone();
                RestReply reply = Handle(route, new RestCall(http, world, grant, body, files, reason));
                status = reply.Status;
                await WriteAsync(http, status, reply.Body);
                observe?.Invoke(new SandboxExchange(route.Method, PathOf(http), sent, status, reply.Body is null ? null : JsonNode.Parse(JsonText.Bytes(reply.Body))));
            }
        }
        catch (ApiErrorException fault)
        {
            status = fault.Status;
            code = fault.Code;
            await WriteAsync(http, status, fault.ToJson());
        }
        catch (BadHttpRequestException fault)
        {
            status = fault.StatusCode;
            await WriteAsync(http, status, ApiErrors.BodyTooLarge().ToJson());
        }
        catch (Exception fault) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            // One bad request must not take the sandbox down; the defect is reported with its place.
            report($"{route.Method} {route.Template}: {fault}");
            status = 500;
            await WriteAsync(http, status, ApiErrors.ServerFault().ToJson());
        }

        calls.Add(new SandboxCall(world.Now, route.Method, route.Template, PathOf(http), status, reason, code));
    }

    public static async Task WriteAsync(HttpContext http, int status, JsonNode? body)
    {
        http.Response.StatusCode = status;
        if (body is null)
            return;
        byte[] bytes = JsonText.Bytes(body);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private RestReply Handle(RestRoute route, RestCall call)
    {
        lock (world.Gate)
        {
            RestReply reply = route.Handler(call);
            if (route.Method != "GET")
                changed();
            return reply;
        }
    }

    /// <returns>What the person allowed whose token it is; null where the bot itself calls.</returns>
    private OAuthGrant? Authorise(HttpRequest request, RestRoute route)
    {
        if (string.IsNullOrWhiteSpace(request.Headers.UserAgent))
            throw ApiErrors.NoUserAgent();
        if (route.Open || IsBot(request))
            return null;
        return route.Scope is { } scope && FindGrant(request) is { } grant && grant.Scopes.Contains(scope, StringComparer.Ordinal) ? grant : throw ApiErrors.Unauthorized();
    }

    private OAuthGrant? FindGrant(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        lock (world.Gate)
            return oauth.Find(header[7..].Trim());
    }

    private bool IsBot(HttpRequest request) =>
        request.Headers.Authorization is [{ } header]
        && header.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[4..].Trim()), Encoding.UTF8.GetBytes(world.BotToken));

    private async Task<bool> FailAsync(HttpContext http)
    {
        if (faults.RestDelay is { Ticks: > 0 } delay)
            await Task.Delay(delay, world.Time, http.RequestAborted);
        if (!faults.Errors.Take())
            return false;
        int status = faults.ErrorStatus;
        if (status <= 501)
        {
            await WriteAsync(http, status, ApiErrors.ServerFault().ToJson());
        }
        else
        {
            http.Response.StatusCode = status;
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync($"<html><head><title>{status}</title></head><body><h1>{status} Bad Gateway</h1></body></html>", http.RequestAborted);
        }

        calls.Add(new SandboxCall(world.Now, http.Request.Method, "fault", PathOf(http), status, null, 0));
        return true;
    }

    private bool TakeLimit(HttpContext http, RestRoute route, out JsonObject? refusal)
    {
        refusal = null;
        if (faults.RateLimits.Take())
        {
            RateLimitFault fault = faults.RateLimit;
            refusal = Refuse(http, fault.RetryAfter, fault.Scope);
            return false;
        }

        if (!limiter.Enabled || route.Bucket is null)
            return true;
        RateLimitState state = limiter.Take(route.Bucket, Major(http), countsGlobally: !route.Open);
        TimeSpan left = state.Resets - world.Now;
        if (!state.Global)
            WriteHeaders(http.Response.Headers, state, left);
        if (state.Passes)
            return true;
        refusal = Refuse(http, left, state.Global ? "global" : "user");
        return false;
    }

    private static void WriteHeaders(IHeaderDictionary headers, RateLimitState state, TimeSpan left)
    {
        headers["X-RateLimit-Limit"] = state.Limit.ToString();
        headers["X-RateLimit-Remaining"] = state.Remaining.ToString();
        headers["X-RateLimit-Reset"] = (state.Resets.ToUnixTimeMilliseconds() / 1000.0).ToString("F3", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset-After"] = Math.Max(0, left.TotalSeconds).ToString("F3", CultureInfo.InvariantCulture);
        headers["X-RateLimit-Bucket"] = state.Bucket;
    }

    private static JsonObject Refuse(HttpContext http, TimeSpan wait, string scope)
    {
        double seconds = Math.Round(Math.Max(0.001, wait.TotalSeconds), 3, MidpointRounding.ToPositiveInfinity);
        http.Response.Headers["X-RateLimit-Scope"] = scope;
        http.Response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
        if (scope == "global")
            http.Response.Headers["X-RateLimit-Global"] = "true";
        return new JsonObject
        {
            ["message"] = scope == "shared" ? "The resource is being rate limited." : "You are being rate limited.",
            ["retry_after"] = seconds,
            ["global"] = scope == "global",
            ["code"] = 0,
        };
    }

    /// <summary>The top-level id that a bucket is kept for.</summary>
    private static string Major(HttpContext http)
    {
        var values = http.Request.RouteValues;
        return values.TryGetValue("channel_id", out object? channel) ? (string)channel!
            : values.TryGetValue("guild_id", out object? guild) ? (string)guild!
            : values.TryGetValue("webhook_id", out object? webhook) ? $"{webhook}/{values.GetValueOrDefault("webhook_token")}"
            : "";
    }

    private static string ReadReasonText(string raw)
    {
        try
        {
            return Uri.UnescapeDataString(raw);
        }
        catch (UriFormatException)
        {
            return raw;
        }
    }

    private static string? ReadReason(HttpRequest request)
    {
        string? raw = request.Headers["X-Audit-Log-Reason"];
        if (string.IsNullOrEmpty(raw))
            return null;
        string reason = ReadReasonText(raw);
        return reason.Length <= MaxReason
            ? reason
            : throw ApiErrors.Form("X-Audit-Log-Reason", "BASE_TYPE_MAX_LENGTH", $"Must be {MaxReason} or fewer in length.");
    }

    private static string PathOf(HttpContext http)
    {
        string path = http.Request.Path.Value ?? "";
        int at = path.IndexOf('/', "/api/".Length);
        return at < 0 ? path : path[at..];
    }
}
