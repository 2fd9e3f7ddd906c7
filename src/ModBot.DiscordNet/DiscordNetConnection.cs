using System.Net;
using Discord;
using Discord.Net;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord;
using ModBot.Discord.Lanes;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using ModBot.DiscordNet.Gateway;
using ModBot.DiscordNet.Interactions;
using ModBot.DiscordNet.Mapping;
using ModBot.DiscordNet.Rest;

namespace ModBot.DiscordNet;

/// <summary>All shards of this process on Discord.Net, feeding one handler.</summary>
internal sealed class DiscordNetConnection(
    DiscordOptions options, ClientSource source, GatewayTap tap, GuildDirectory guilds, BotAccount account, IMemberships members, NetHistory history,
    MessageMapper messages, InteractionMapper interactions, TimeProvider time, ILoggerFactory loggers) : IPlatformConnection
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);
    private int _isRunning;

    public async Task RunAsync(IPlatformEventHandler handler, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isRunning, 1) != 0)
            throw new InvalidOperationException("The connection runs already.");
        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var lanes = new EventLanes(options, handler, guilds, account, members, history, time, loggers.CreateLogger<EventLanes>(), stopping.Token);
            var bridge = new EventBridge(options, source.Client, tap, lanes, guilds, account, messages, interactions, time, loggers.CreateLogger("ModBot.DiscordNet.Gateway"));
            try
            {
                await RunAsync(bridge, cancellationToken);
            }
            finally
            {
                await stopping.CancelAsync();
                await lanes.WhenIdleAsync();
            }
        }
        finally
        {
            Volatile.Write(ref _isRunning, 0);
        }
    }

    private async Task RunAsync(EventBridge bridge, CancellationToken cancellationToken)
    {
        DiscordShardedClient client = source.Client;
        try
        {
            await LogInAsync(client, cancellationToken);
            bridge.Subscribe();
            await client.StartAsync();
            if (options.Presence.Length > 0)
                await client.SetActivityAsync(new Game(options.Presence, ActivityType.Watching));
            await bridge.Fatal.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The way a run is meant to end.
        }
        finally
        {
            bridge.Unsubscribe();
            await StopAsync(client);
        }
    }

    private async Task LogInAsync(DiscordShardedClient client, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                // Discord's own form of a token is not asked for: other servers have theirs.
                await client.LoginAsync(TokenType.Bot, options.BareToken, validateToken: false);
                return;
            }
            catch (HttpException fault) when (fault.HttpCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            {
                throw new PlatformFatalException(FatalClose.BadToken, fault);
            }
            catch (HttpException fault) when ((int)fault.HttpCode is >= 400 and < 500 and not 429)
            {
                throw new PlatformFatalException($"{options.RestUrl} does not answer like Discord's API (HTTP {(int)fault.HttpCode}): Discord:RestUrl must name the API with its version, e.g. {DiscordOptions.DefaultRestUrl}.", fault);
            }
            catch (Newtonsoft.Json.JsonException fault)
            {
                throw new PlatformFatalException($"{options.RestUrl} does not answer like Discord's API: its answer is not JSON. Check Discord:RestUrl.", fault);
            }
            catch (Exception fault) when (fault is HttpException or HttpRequestException or TimeoutException or IOException or RateLimitedException)
            {
                if (attempt >= options.StartAttempts)
                    throw new PlatformFatalException($"Discord cannot be reached at {options.RestUrl} ({fault.Message.TrimEnd('.')}) after {attempt} tries: check the network and Discord:RestUrl.", fault);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, attempt - 1))), time, cancellationToken);
            }
        }
    }

    private async Task StopAsync(DiscordShardedClient client)
    {
        try
        {
            if (client.LoginState is LoginState.LoggedIn)
                await client.StopAsync().WaitAsync(Farewell, time);
            await client.LogoutAsync().WaitAsync(Farewell, time);
        }
        catch (Exception fault)
        {
            // The run is over either way; what it ended with matters more than how the sockets went.
            TapLog.EventFailed(loggers.CreateLogger("ModBot.DiscordNet.Gateway"), nameof(client.StopAsync), fault);
        }
    }
}
