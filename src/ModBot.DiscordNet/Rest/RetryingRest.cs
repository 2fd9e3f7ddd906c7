using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Discord.Net.Rest;
using Microsoft.Extensions.Logging;
using ModBot.Discord;
using ModBot.DiscordNet.Gateway;

namespace ModBot.DiscordNet.Rest;

/// <summary>
/// Stands between Discord.Net and its own HTTP client: sends to the configured address, retries what Discord.Net does not
/// (every 5xx, broken connections, tries that hang), adds nonces, and cuts components out of messages that are read.
/// </summary>
internal sealed class RetryingRest(IRestClient inner, DiscordOptions options, NonceScope nonces, FactStore facts, TimeProvider time, ILogger logger) : IRestClient
{
    private const int LongestWait = 8;

    public void SetHeader(string key, string value) => inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => inner.SetCancelToken(cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        RetryAsync(method, endpoint, token => inner.SendAsync(method, endpoint, token, headerOnly, reason, requestHeaders), cancelToken);

    public Task<RestResponse> SendAsync(
        string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null)
    {
        string body = nonces.Current is { } nonce && method == "POST" && IsPost(endpoint) ? WithNonce(json, nonce) : json;
        return RetryAsync(method, endpoint, token => inner.SendAsync(method, endpoint, body, token, headerOnly, reason, requestHeaders), cancelToken);
    }

    public Task<RestResponse> SendAsync(
        string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) =>
        RetryAsync(method, endpoint, token => inner.SendAsync(method, endpoint, multipartParams, token, headerOnly, reason, requestHeaders), cancelToken);

    public void Dispose() => inner.Dispose();

    private static bool IsPost(string endpoint) => endpoint.StartsWith("channels/", StringComparison.Ordinal) && endpoint.EndsWith("/messages", StringComparison.Ordinal);

    private static bool IsReading(string method, string endpoint) => method == "GET" && endpoint.StartsWith("channels/", StringComparison.Ordinal) && endpoint.Contains("/messages", StringComparison.Ordinal);

    private static string WithNonce(string json, string nonce)
    {
        if (JsonNode.Parse(json) is not JsonObject body)
            return json;
        body["nonce"] = nonce;
        body["enforce_nonce"] = true;
        return body.ToJsonString();
    }

    private static bool IsTransient(HttpStatusCode status) => (int)status >= 500;

    private async Task<RestResponse> RetryAsync(string method, string endpoint, Func<CancellationToken, Task<RestResponse>> send, CancellationToken cancelToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            using var deadline = new CancellationTokenSource(options.RequestTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancelToken);
            try
            {
                RestResponse response = await send(either.Token);
                if (!IsTransient(response.StatusCode) || attempt > options.RequestRetries)
                    return IsReading(method, endpoint) && (int)response.StatusCode is >= 200 and < 300 ? await WithoutComponentsAsync(response, either.Token) : response;
                RestLog.Retrying(logger, method, endpoint.Split('?')[0], (int)response.StatusCode, attempt);
                if (response.Stream is { } body)
                    await body.DisposeAsync();
            }
            catch (Exception fault) when (IsBroken(fault, cancelToken) && attempt <= options.RequestRetries)
            {
                RestLog.Broken(logger, method, endpoint.Split('?')[0], attempt, fault.Message);
            }
            catch (OperationCanceledException fault) when (!cancelToken.IsCancellationRequested)
            {
                throw new TimeoutException($"Discord did not answer within {options.RequestTimeout.TotalSeconds:0.#} s.", fault);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(LongestWait * 1000, 250 * Math.Pow(2, attempt - 1))), time, cancelToken);
        }
    }

    private static bool IsBroken(Exception fault, CancellationToken cancelToken) =>
        fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancelToken.IsCancellationRequested);

    private async Task<RestResponse> WithoutComponentsAsync(RestResponse response, CancellationToken cancelToken)
    {
        if (response.Stream is not { } stream)
            return response;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancelToken);
        await stream.DisposeAsync();
        ReadOnlyMemory<byte> body = copy.ToArray();
        try
        {
            foreach (MessageFacts found in FrameReader.ReadAnswer(body))
                facts.Put(found);
            body = ComponentCut.From(body);
        }
        catch (JsonException fault)
        {
            // Discord.Net meets the same fault and says so to its caller.
            RestLog.Unreadable(logger, fault);
        }

        return new RestResponse(response.StatusCode, response.Headers, new MemoryStream(body.ToArray()));
    }
}
