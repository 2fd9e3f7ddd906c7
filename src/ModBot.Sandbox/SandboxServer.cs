using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModBot.Sandbox.Control;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox;

/// <summary>
/// A Discord-compatible server on loopback: REST v10, gateway v10, a chat page at <c>/</c>, and in process the
/// <see cref="World"/> and the fault menu. Disposing it writes the state file.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    /// <summary>How many ports after the asked one are tried.</summary>
    private const int PortsTried = 50;

    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(3);

    private readonly SandboxHost _host;
    private readonly WorldStore _store;
    private WebApplication? _app;
    private int _disposed;

    private SandboxServer(SandboxOptions options)
    {
        _store = new WorldStore(options.StatePath, options.Time);
        WorldDocument document = _store.Read() ?? DefaultWorld.Create(options.BotToken ?? DefaultWorld.NewToken());
        var state = new WorldState(options.Time, document, options.BotToken, options.MaxMessagesPerChannel)
        {
            MessageContentEnabled = options.PrivilegedIntents.HasFlag(GatewayIntents.MessageContent),
        };
        _host = new SandboxHost(options, state, _store);
        Options = options;
    }

    /// <summary>What it was started with.</summary>
    public SandboxOptions Options { get; }

    /// <summary>Where it listens; the chat page's address.</summary>
    public Uri Address => _host.State.Address;

    /// <summary>The address that a bot is pointed at; ends in <c>/api/v10</c>.</summary>
    public Uri RestUrl => new(Address, "/api/v10");

    /// <summary>What the bot logs in with.</summary>
    public string BotToken => _host.State.BotToken;

    /// <summary>The OAuth2 client of the bot's application; its secret is <see cref="ClientSecret"/>.</summary>
    public string ClientId => _host.State.BotId.ToString();

    /// <summary>What the application exchanges codes with. New at every start where the options do not say.</summary>
    public string ClientSecret => _host.OAuth.ClientSecret;

    /// <summary>Where a person is asked whether to allow the application.</summary>
    public Uri AuthorizeUrl => new(Address, "/oauth2/authorize");

    /// <summary>People, channels, messages, interactions, and what the bot did.</summary>
    public SandboxWorld World => _host.World;

    /// <summary>The fault menu.</summary>
    public SandboxFaults Faults => _host.Hub.Faults;

    /// <summary>Reads the state file where there is one, and listens.</summary>
    /// <exception cref="SandboxAddressException">The address is not plain http on loopback, or no port is free.</exception>
    /// <exception cref="SandboxStateException">The state file cannot be used.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        IPAddress address = Loopback(options.Url);
        var server = new SandboxServer(options);
        try
        {
            await server.ListenAsync(address, options.Url.Port, cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    /// <summary>Ends every connection, stops listening and writes the state file. Safe to call twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _host.StopAsync();
        if (_app is not null)
        {
            using var patience = new CancellationTokenSource(StopWithin);
            await _app.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _app.DisposeAsync();
        }

        await _store.DisposeAsync();
        _host.Dispose();
    }

    private static IPAddress Loopback(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme != Uri.UriSchemeHttp || url.AbsolutePath != "/")
            throw new SandboxAddressException($"The sandbox listens on plain http without a path, such as http://127.0.0.1:5000, not on '{url}'.");
        if (url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return IPAddress.Loopback;
        return IPAddress.TryParse(url.Host.Trim('[', ']'), out IPAddress? address) && IPAddress.IsLoopback(address)
            ? address
            : throw new SandboxAddressException($"The sandbox listens on loopback only (127.0.0.1, [::1], localhost), not on '{url.Host}'.");
    }

    private async Task ListenAsync(IPAddress address, int firstPort, CancellationToken cancellationToken)
    {
        int last = firstPort == 0 ? 0 : Math.Min(65_535, firstPort + PortsTried);
        for (int port = firstPort; ; port++)
        {
            WebApplication app = Build(address, port);
            try
            {
                await app.StartAsync(cancellationToken);
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied })
            {
                await app.DisposeAsync();
                if (port < last)
                    continue;
                throw new SandboxAddressException($"No port from {firstPort} to {last} is free on {address}.", fault);
            }
            catch (Exception fault) when (fault is IOException or SocketException)
            {
                await app.DisposeAsync();
                throw new SandboxAddressException($"The sandbox cannot listen on {address}, port {port}: {fault.Message}", fault);
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }

            _app = app;
            string bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            _host.Begin(new Uri(bound.Replace("localhost", "127.0.0.1", StringComparison.Ordinal) + "/"));
            return;
        }
    }

    private WebApplication Build(IPAddress address, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyReader.MaxBytes + (1 << 20);
            kestrel.Limits.MaxConcurrentConnections = 2_000;
            kestrel.Listen(address, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        WebApplication app = builder.Build();
        _host.Map(app);
        return app;
    }
}
