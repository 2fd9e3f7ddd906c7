using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;
using ModBot.Discord.Parsing;
using Polly;
using Polly.Retry;

namespace ModBot.Discord.Rest;

/// <summary>
/// Sends calls: in order within a route, within the server's limits, trying again what may pass. Never throws for what the
/// server answers, only for cancellation. Neither token nor body nor path is ever logged.
/// </summary>
internal sealed class RestClient : IDisposable
{
    /// <summary>A bucket that stays closed longer than this fails the call instead of holding it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private const int MostLimited = 5;
    private const int MostQueued = 20_000;
    private static readonly TimeSpan TokenRest = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly Uri _base;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ILogger<RestClient> _logger;
    private readonly RateLimits _limits;
    private readonly GlobalLimit _global;
    private readonly InvalidRequestGuard _guard;
    private readonly ForbiddenMemory _forbidden;
    private readonly ResiliencePipeline<RestReply> _retries;
    private readonly AuthenticationHeaderValue _authorization;
    private long _tokenRefusedAt = long.MinValue;
    private int _queued;

    public RestClient(DiscordOptions options, HttpMessageHandler handler, TimeProvider time, ILogger<RestClient> logger)
    {
        _http = new HttpClient(handler, disposeHandler: true)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 32 * 1024 * 1024,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            DefaultRequestVersion = options.RestBase.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
        };
        _base = options.RestBase;
        _timeout = options.RequestTimeout;
        _time = time;
        _logger = logger;
        _authorization = new AuthenticationHeaderValue("Bot", options.BareToken);
        _limits = new RateLimits(time);
        _global = new GlobalLimit(time);
        _guard = new InvalidRequestGuard(time);
        _forbidden = new ForbiddenMemory(time);
        _retries = new ResiliencePipelineBuilder<RestReply> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<RestReply>
            {
                ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is { IsTransient: true }),
                MaxRetryAttempts = options.RequestRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(250),
                MaxDelay = TimeSpan.FromSeconds(10),
                OnRetry = arguments =>
                {
                    RestLog.Retrying(logger, arguments.AttemptNumber + 1, arguments.Outcome.Result?.Status ?? 0, arguments.RetryDelay.TotalMilliseconds);
                    return default;
                },
            })
            .Build();
    }

    /// <summary>Sends the call and waits for the answer.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cancellationToken">Gives up, in the queue as on the way.</param>
    public async Task<RestReply> SendAsync(RestRequest request, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _queued) > MostQueued)
        {
            Interlocked.Decrement(ref _queued);
            return RestReply.NotSent("too many calls are waiting");
        }

        RouteLane lane = _limits.Rent(request.Method, request.Route);
        try
        {
            using FifoGate.Turn turn = await lane.Gate.EnterAsync(cancellationToken);
            return await _retries.ExecuteAsync(
                static async (state, token) => await state.Self.AttemptAsync(state.Request, state.Lane, token),
                (Self: this, Request: request, Lane: lane),
                cancellationToken);
        }
        finally
        {
            _limits.Return(lane);
            Interlocked.Decrement(ref _queued);
        }
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<RestReply> AttemptAsync(RestRequest request, RouteLane lane, CancellationToken cancellationToken)
    {
        for (int limited = 0; ; limited++)
        {
            RateBucket bucket = lane.Bucket;
            using FifoGate.Turn turn = await bucket.Gate.EnterAsync(cancellationToken);
            if (Refusal(request, lane) is { } refusal)
                return refusal;
            if (await WaitAsync(bucket, cancellationToken) is { } tooLong)
                return tooLong;
            if (!request.Route.IsExempt)
                await _global.EnterAsync(cancellationToken);

            (RestReply reply, TimeSpan? retryAfter) = await SendOnceAsync(request, lane, cancellationToken);
            if (reply.Status != 429)
            {
                _forbidden.Note(lane.Key, request.Route, reply);
                return request.IsOnce ? reply with { IsTransient = false } : reply;
            }

            TimeSpan rest = retryAfter ?? TimeSpan.FromSeconds(5);
            lane.Bucket.Exhaust(rest);
            if (limited >= MostLimited)
                return reply with { Message = string.Create(CultureInfo.InvariantCulture, $"rate limited for another {rest.TotalSeconds:0.#} s") };
        }
    }

    /// <summary>Why the call is not even tried; null where it is.</summary>
    private RestReply? Refusal(RestRequest request, RouteLane lane)
    {
        if (_guard.IsClosed)
            return RestReply.NotSent("too many calls were refused in the last ten minutes; waiting so that Discord does not ban this address");
        if (request.Route.IsExempt)
            return null;
        long refusedAt = Volatile.Read(ref _tokenRefusedAt);
        if (refusedAt != long.MinValue && _time.GetElapsedTime(refusedAt) < TokenRest)
            return new RestReply { Status = 401 };
        return _forbidden.Find(lane.Key);
    }

    private async ValueTask<RestReply?> WaitAsync(RateBucket bucket, CancellationToken cancellationToken)
    {
        while (bucket.Wait() is var wait && wait > TimeSpan.Zero)
        {
            if (wait > LongestWait)
                return new RestReply { Status = 429, Message = string.Create(CultureInfo.InvariantCulture, $"rate limited for another {wait.TotalSeconds:0} s") };
            await Task.Delay(wait, _time, cancellationToken);
        }

        return null;
    }

    private async Task<(RestReply Reply, TimeSpan? RetryAfter)> SendOnceAsync(RestRequest request, RouteLane lane, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using HttpRequestMessage message = Compose(request);
            using HttpResponseMessage response = await _http.SendAsync(message, either.Token);
            byte[] body = await response.Content.ReadAsByteArrayAsync(either.Token);
            var reply = RestReply.From((int)response.StatusCode, body, request.ExpectsJson);
            _limits.Learn(lane, request.Method, request.Route, response.Headers);
            return (reply, Judge(request, response, reply));
        }
        catch (HttpRequestException exception)
        {
            return (RestReply.Broken(0, Describe(exception)), null);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (RestReply.Broken(0, "no answer in time"), null);
        }
        catch (IOException exception)
        {
            return (RestReply.Broken(0, exception.Message), null);
        }
    }

    private HttpRequestMessage Compose(RestRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_base, request.Route.Path))
        {
            Version = _http.DefaultRequestVersion,
            VersionPolicy = _http.DefaultVersionPolicy,
        };
        message.Headers.TryAddWithoutValidation("User-Agent", DiscordOptions.UserAgent);
        if (!request.Route.IsExempt)
            message.Headers.Authorization = _authorization;
        if (EncodeReason(request.Reason) is { } reason)
            message.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", reason);
        if (request.Body is { } body)
            message.Content = Compose(body, request.Files);
        return message;
    }

    private static HttpContent Compose(byte[] body, ImmutableArray<OutgoingFile> files)
    {
        var json = new ByteArrayContent(body);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (files.IsDefaultOrEmpty)
            return json;
        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (int i = 0; i < files.Length; i++)
        {
            var file = new ReadOnlyMemoryContent(files[i].Content);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(file, string.Create(CultureInfo.InvariantCulture, $"files[{i}]"), files[i].FileName);
        }

        return form;
    }

    /// <summary>Counts what Discord counts against us, and finds out how long a 429 asks to wait.</summary>
    private TimeSpan? Judge(RestRequest request, HttpResponseMessage response, RestReply reply)
    {
        switch (reply.Status)
        {
            case 401:
                _guard.Add();
                if (!request.Route.IsExempt)
                {
                    Volatile.Write(ref _tokenRefusedAt, _time.GetTimestamp());
                    RestLog.TokenRefused(_logger);
                }

                return null;
            case 403:
                _guard.Add();
                RestLog.Forbidden(_logger, request.Method.Method, request.Route.Template, request.Route.IsExempt ? "" : request.Route.Major, reply.Code);
                return null;
            case 429:
                return JudgeLimit(request, response, reply);
            default:
                return null;
        }
    }

    private TimeSpan JudgeLimit(RestRequest request, HttpResponseMessage response, RestReply reply)
    {
        string scope = RateLimits.First(response.Headers, "X-RateLimit-Scope") ?? "";
        (double? inBody, bool isGlobal) = ReadLimit(reply.Body);
        isGlobal |= scope == "global" || RateLimits.First(response.Headers, "X-RateLimit-Global") is "true" or "True";
        TimeSpan after = RateLimits.Seconds(inBody ?? RateLimits.Number(response.Headers, "Retry-After") ?? 5);
        if (scope != "shared")
            _guard.Add();
        if (isGlobal && !request.Route.IsExempt)
            _global.Pause(after);
        RestLog.Limited(_logger, request.Method.Method, request.Route.Template, isGlobal ? "global" : scope, after.TotalMilliseconds);
        return after;
    }

    private static (double? RetryAfter, bool IsGlobal) ReadLimit(byte[] body)
    {
        try
        {
            double? after = null;
            bool isGlobal = false;
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || !reader.EntersObject())
                return (null, false);
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("retry_after"u8) && reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double seconds))
                    after = seconds;
                else if (name.SequenceEqual("global"u8))
                    isGlobal = reader.ReadFlag();
                else
                    reader.Skip();
            }

            return (after, isGlobal);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }

    /// <summary>At most 512 characters, never half of one, URL-encoded UTF-8; null for none.</summary>
    internal static string? EncodeReason(string? reason)
    {
        const int longest = 512;
        if (string.IsNullOrWhiteSpace(reason))
            return null;
        var kept = new StringBuilder(Math.Min(reason.Length, longest));
        foreach (Rune rune in reason.Trim().EnumerateRunes())
        {
            if (kept.Length + rune.Utf16SequenceLength > longest)
                break;
            kept.Append(rune.ToString());
        }

        return Uri.EscapeDataString(kept.ToString());
    }

    private static string Describe(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "the host name is not known",
        HttpRequestError.ConnectionError => exception.InnerException?.Message ?? "the connection failed",
        HttpRequestError.SecureConnectionError => "the TLS handshake failed",
        _ => exception.Message,
    };
}
