using System.Net;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Discord.Rest;

namespace ModBot.Discord.Tests.Support;

/// <summary>A REST client without a network: a function answers, and a clock that stands still.</summary>
internal sealed class FakeRest : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, string, HttpResponseMessage> _answer;
    private int _inFlight;

    public FakeRest(Func<HttpRequestMessage, string, HttpResponseMessage> answer, int retries = 4)
    {
        _answer = answer;
        var lines = new LogLines();
        Lines = lines;
        ILogger<RestClient> logger = LoggerFactory.Create(logging => logging.AddProvider(lines)).CreateLogger<RestClient>();
        Client = new RestClient(new DiscordOptions { Token = ScriptedDiscord.Token, RestUrl = "http://127.0.0.1:1/api/v10/", RequestRetries = retries }, this, Time, logger ?? NullLogger<RestClient>.Instance);
    }

    public ManualTimeProvider Time { get; } = new();

    public RestClient Client { get; }

    public LogLines Lines { get; }

    public List<(string Call, DateTimeOffset At)> Sent { get; } = [];

    public int MostInFlight { get; private set; }

    /// <summary>Runs the work while the clock moves on by itself.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        await Time.DriveAsync(work);
        return await work;
    }

    public static HttpResponseMessage Reply(int status, string? body = null, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body ?? "", Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (Sent)
        {
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
            Sent.Add(($"{request.Method} {request.RequestUri!.PathAndQuery.Replace("/api/v10/", "", StringComparison.Ordinal)}", Time.GetUtcNow()));
        }

        try
        {
            return _answer(request, body);
        }
        finally
        {
            lock (Sent)
                _inFlight--;
        }
    }
}
