using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ModBot.Dashboard.Serving;

namespace ModBot.Dashboard;

/// <summary>The moderation log in the browser.</summary>
public sealed class DashboardServer : IAsyncDisposable
{
    /// <summary>How many ports after the asked one are tried where that is wanted.</summary>
    private const int PortsTried = 50;

    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(3);
    private readonly WebApplication server;
    private int disposed;

    private DashboardServer(WebApplication server, Uri address)
    {
        this.server = server;
        Address = address;
    }

    /// <summary>What to open in a browser.</summary>
    public Uri Address { get; }

    /// <summary>Every route, for whoever wants to check them all.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Listens.</summary>
    /// <param name="options">Without faults.</param>
    /// <param name="ports">Core's ports, logging and the clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DashboardAddressException">It cannot listen there.</exception>
    public static async Task<DashboardServer> StartAsync(DashboardOptions options, IServiceProvider ports, CancellationToken cancellationToken)
    {
        int first = options.Url.Port;
        int last = options.TakeNextFreePort && first != 0 ? Math.Min(65_535, first + PortsTried) : first;
        for (int port = first; ; port++)
        {
            WebApplication app = Build(options, ports, port);
            try
            {
                await app.StartAsync(cancellationToken);
                string bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
                return new DashboardServer(app, options.PublicUrl ?? new Uri(bound + "/"));
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse or SocketError.AccessDenied })
            {
                await app.DisposeAsync();
                if (port < last)
                    continue;
                throw new DashboardAddressException(
                    first == last ? $"Port {first} is taken. Set Dashboard:Urls to another address, such as http://127.0.0.1:{first + 1}." : $"No port from {first} to {last} is free.", fault);
            }
            catch (Exception fault) when (fault is IOException or SocketException)
            {
                await app.DisposeAsync();
                throw new DashboardAddressException($"The page cannot listen on {options.Url}: {fault.Message}", fault);
            }
            catch
            {
                await app.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Stops listening and ends open streams. Safe to call twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        using var patience = new CancellationTokenSource(StopWithin);
        await server.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.DisposeAsync();
    }

    private static WebApplication Build(DashboardOptions options, IServiceProvider ports, int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(DashboardServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 << 10;
            kestrel.Limits.MaxConcurrentConnections = 1_000;
            kestrel.Listen(options.Address!, port);
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.AddSingleton(ports.GetRequiredService<ILoggerFactory>());
        DashboardServices.Add(builder.Services, options, ports);
        WebApplication app = builder.Build();
        DashboardPipeline.Use(app, options);
        return app;
    }
}
