using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ModBot.Core.Messages;
using ModBot.Sandbox.Control;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.OAuth;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox;

/// <summary>Everything behind the listener: the world, its operations, REST, gateway and page.</summary>
internal sealed class SandboxHost : IDisposable
{
    private readonly SandboxOptions _options;
    private readonly WorldStore _store;
    private readonly WorldDesks _desks;
    private readonly CallLog _calls = new();
    private readonly ChangeSignal _changes = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly PageFeed _feed;

    public SandboxHost(SandboxOptions options, WorldState state, WorldStore store)
    {
        _options = options;
        _store = store;
        State = state;
        _desks = new WorldDesks(state);
        OAuth = new OAuthDesk(state, options.ClientSecret);
        Hub = new GatewayHub(state, options);
        World = new SandboxWorld(state, _desks, _calls, _changes, () => Hub.Connected > 0);
        _feed = new PageFeed(state);
        Hub.ConnectionsChanged = () =>
        {
            _changes.Pulse();
            _feed.Reload();
        };
        state.Listen(Hub.Publish);
        state.Listen(_feed.Publish);
        state.Listen(_ => Changed());
    }

    public WorldState State { get; }

    public OAuthDesk OAuth { get; }

    public GatewayHub Hub { get; }

    public SandboxWorld World { get; }

    public void Begin(Uri address)
    {
        State.Address = address;
        _store.Watch(State);
    }

    public void Map(WebApplication app)
    {
        app.Use(GuardAsync);
        app.UseWebSockets();
        app.Use(AcceptSocketAsync);
        var pipeline = new RestPipeline(State, OAuth, new RateLimiter(_options.Limits, _options.Time), Hub.Faults, _calls, Changed, _options.Report, _options.Observe);
        var routes = new RestRoutes(app, pipeline);
        new UserEndpoints(State, Hub, _options, _desks.Members).Map(routes);
        new GuildEndpoints(State, _desks.Roles, _desks.Members).Map(routes);
        new MemberEndpoints(State, _desks.Members, _options).Map(routes);
        new ChannelEndpoints(State, _desks.Channels, _desks.Threads).Map(routes);
        new ThreadEndpoints(State, _desks.Threads, _desks.Board).Map(routes);
        new MessageEndpoints(State, _desks.Board).Map(routes);
        new ReactionEndpoints(State, _desks.Marks).Map(routes);
        new WebhookEndpoints(State, _desks.Webhooks).Map(routes);
        new InviteEndpoints(State).Map(routes);
        new CommandEndpoints(State, _desks.Commands).Map(routes);
        new InteractionEndpoints(State, _desks.Answers, _desks.Webhooks).Map(routes);
        new AutoModEndpoints(State, _desks.AutoMod).Map(routes);
        new SearchEndpoint(State).Map(routes);
        new AttachmentEndpoint(State).Map(app);
        new OAuthEndpoints(State, OAuth, _options).Map(app, routes);
        PageAssets.Map(app);
        new ControlApi(State, _desks, World, Hub, _feed, _options, _stopping.Token).Map(app);
    }

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        Hub.Close((int)WebSocketCloseStatus.EndpointUnavailable, "The sandbox stops.");
        lock (State.Gate)
            _desks.Interactions.Stop();
    }

    public void Dispose() => _stopping.Dispose();

    private void Changed()
    {
        _store.MarkChanged();
        _changes.Pulse();
    }

    private async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        PageAssets.AddSecurityHeaders(http.Response.Headers);
        if (LoopbackGuard.Refusal(http.Request) is { } refusal)
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsync(refusal, http.RequestAborted);
            return;
        }

        await next(http);
        if (http.Response.HasStarted || !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal, out PathString rest))
            return;
        ApiErrorException? fault = http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound when http.Response.ContentType is null => IsVersioned(rest) ? ApiErrors.NotFound() : ApiErrors.BadVersion(),
            StatusCodes.Status405MethodNotAllowed when http.Response.ContentType is null => ApiErrors.MethodNotAllowed(),
            _ => null,
        };
        if (fault is not null)
            await RestPipeline.WriteAsync(http, fault.Status, fault.ToJson());
    }

    private static bool IsVersioned(PathString rest) =>
        rest.StartsWithSegments("/v10", StringComparison.Ordinal) || rest.StartsWithSegments("/v9", StringComparison.Ordinal);

    private async Task AcceptSocketAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await next(http);
            return;
        }

        bool resuming = http.Request.Path.StartsWithSegments("/resume", StringComparison.Ordinal);
        if (Hub.Faults.RefusedHandshakes.Take() || (resuming && Hub.Faults.RefusedResumeHandshakes.Take()))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        GatewayRefusal? refusal = GatewayHandshake.Check(http.Request.Query, out bool zlibStream);
        using var connection = new GatewayConnection(socket, Hub, zlibStream);
        if (refusal is null)
            Hub.Enter(connection);
        else
            connection.Close(refusal.Code, refusal.Reason);
        try
        {
            await connection.RunAsync(_stopping.Token);
        }
        finally
        {
            Hub.Leave(connection);
        }
    }
}
