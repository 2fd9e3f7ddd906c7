using System.Net;
using Discord.Net.Rest;

namespace ModBot.DiscordNet.Tests.Comparison;

/// <summary>Answers every REST call with what the gateway's start needs.</summary>
internal sealed class SilentRest : IRestClient
{
    private static readonly byte[] Answer =
        """{"id":"500000000000000000","username":"ModBot","discriminator":"0","url":"ws://127.0.0.1:9/","shards":1,"session_start_limit":{"total":1000,"remaining":1000,"reset_after":1,"max_concurrency":1}}"""u8.ToArray();

    public Task<RestResponse> SendAsync(string method, string endpoint, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => Reply();

    public Task<RestResponse> SendAsync(string method, string endpoint, string json, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => Reply();

    public Task<RestResponse> SendAsync(string method, string endpoint, IReadOnlyDictionary<string, object> multipartParams, CancellationToken cancelToken, bool headerOnly = false, string? reason = null, IEnumerable<KeyValuePair<string, IEnumerable<string>>>? requestHeaders = null) => Reply();

    public void SetHeader(string key, string value)
    {
        // Nobody reads it.
    }

    public void SetCancelToken(CancellationToken cancelToken)
    {
        // Nothing here waits.
    }

    public void Dispose()
    {
        // Holds nothing.
    }

    private static Task<RestResponse> Reply() =>
        Task.FromResult(new RestResponse(HttpStatusCode.OK, new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase), new MemoryStream(Answer)));
}
