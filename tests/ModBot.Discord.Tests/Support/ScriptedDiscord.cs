using System.Collections.Concurrent;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ModBot.Discord.Tests.Support;

/// <summary>A server on loopback that does what a test tells it: REST by a function, the gateway by hand.</summary>
internal sealed class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "test.token.value";
    public const ulong BotId = 900000000000000001;
    public const ulong ApplicationId = 900000000000000002;

    private readonly WebApplication _app;
    private readonly Channel<GatewayPeer> _peers = Channel.CreateUnbounded<GatewayPeer>();
    private readonly CancellationTokenSource _over = new();

    private ScriptedDiscord(WebApplication app) => _app = app;

    public ConcurrentQueue<RecordedRequest> Requests { get; } = new();

    /// <summary>Null means: the default answer.</summary>
    public Func<RecordedRequest, ScriptedReply?> OnRequest { get; set; } = _ => null;

    /// <summary>Refuses web socket handshakes on this path.</summary>
    public string? RefusedPath { get; set; }

    public string GatewayPath { get; set; } = "/gateway";

    public string GatewayQuery { get; set; } = "";

    public int Shards { get; set; } = 1;

    public int StartsRemaining { get; set; } = 1000;

    public int Concurrency { get; set; } = 1;

    public int Port { get; private set; }

    public string RestUrl => $"http://127.0.0.1:{Port}/api/v10";

    public string GatewayUrl => $"ws://127.0.0.1:{Port}{GatewayPath}{GatewayQuery}";

    public static async Task<ScriptedDiscord> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var server = new ScriptedDiscord(app);
        app.UseWebSockets();
        app.Run(server.ServeAsync);
        await app.StartAsync();
        server.Port = new Uri(app.Urls.First()).Port;
        return server;
    }

    /// <summary>The next connection that a client opens.</summary>
    public async Task<GatewayPeer> AcceptAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _peers.Reader.ReadAsync(timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _app.DisposeAsync();
        _over.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await ServeGatewayAsync(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new RecordedRequest(
            context.Request.Method,
            context.Request.Path.Value!.Replace("/api/v10/", "", StringComparison.Ordinal),
            context.Request.QueryString.Value ?? "",
            Encoding.UTF8.GetString(body.ToArray()),
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Requests.Enqueue(request);
        ScriptedReply reply = OnRequest(request) ?? Default(request);
        if (reply.Delay > TimeSpan.Zero)
            await Task.Delay(reply.Delay);
        if (reply.IsAborted)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach ((string name, string value) in reply.Headers)
            context.Response.Headers[name] = value;
        if (reply.Body is not null)
        {
            context.Response.ContentType = reply.ContentType;
            await context.Response.WriteAsync(reply.Body);
        }
    }

    private ScriptedReply Default(RecordedRequest request) => (request.Method, request.Path) switch
    {
        ("GET", "gateway/bot") => ScriptedReply.Json(JsonSerializer.Serialize(new
        {
            url = GatewayUrl,
            shards = Shards,
            session_start_limit = new { total = 1000, remaining = StartsRemaining, reset_after = 3_600_000, max_concurrency = Concurrency },
        })),
        ("GET", "applications/@me") => ScriptedReply.Json($$"""{"id":"{{ApplicationId}}","flags":0}"""),
        ("GET", _) when request.Path.EndsWith("/commands", StringComparison.Ordinal) || request.Path.EndsWith("/messages", StringComparison.Ordinal) => ScriptedReply.Json("[]"),
        ("GET", _) => ScriptedReply.Error(404, 0, "404: Not Found"),
        ("POST", _) when request.Path.EndsWith("/messages", StringComparison.Ordinal) => ScriptedReply.Json("""{"id":"123456789012345678"}"""),
        ("POST", "users/@me/channels") => ScriptedReply.Json("""{"id":"555000000000000001"}"""),
        _ => new ScriptedReply(204, null),
    };

    private async Task ServeGatewayAsync(HttpContext context)
    {
        if (string.Equals(context.Request.Path.Value, RefusedPath, StringComparison.Ordinal))
        {
            context.Response.StatusCode = 502;
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
        using var peer = new GatewayPeer(socket, context.Request.Path + context.Request.QueryString, () => context.Abort());
        await _peers.Writer.WriteAsync(peer);
        await peer.PumpAsync(_over.Token);
    }
}

/// <summary>What the client sent.</summary>
internal sealed record RecordedRequest(string Method, string Path, string Query, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>What the server answers.</summary>
internal sealed record ScriptedReply(int Status, string? Body)
{
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string ContentType { get; init; } = "application/json";

    public TimeSpan Delay { get; init; }

    public bool IsAborted { get; init; }

    public static ScriptedReply Json(string body, int status = 200) => new(status, body);

    public static ScriptedReply Error(int status, int code, string message) => new(status, $$"""{"code":{{code}},"message":"{{message}}"}""");

    public ScriptedReply With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
