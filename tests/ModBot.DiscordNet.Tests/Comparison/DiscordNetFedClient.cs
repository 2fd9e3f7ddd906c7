using System.Text;
using Discord;
using Discord.WebSocket;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Benchmarks;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord;
using ModBot.Discord.Lanes;
using ModBot.Discord.State;
using ModBot.DiscordNet.Gateway;
using ModBot.DiscordNet.Interactions;
using ModBot.DiscordNet.Mapping;

namespace ModBot.DiscordNet.Tests.Comparison;

/// <summary>The client on Discord.Net as the host builds it, but on a socket and a REST client in memory.</summary>
internal sealed class DiscordNetFedClient : IFedClient, IPlatformEventHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource<MemorySocket> identified = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DiscordShardedClient client;
    private readonly EventBridge bridge;
    private readonly CancellationTokenSource stopping = new();
    private readonly SemaphoreSlim reached = new(0);
    private MemorySocket? socket;
    private long handled;
    private long awaited = long.MaxValue;

    private DiscordNetFedClient()
    {
        var options = new DiscordOptions { Token = "none.of.these", RestUrl = "http://127.0.0.1:9/api/v10" };
        var tap = new GatewayTap();
        client = new DiscordShardedClient(new DiscordSocketConfig
        {
            RestClientProvider = _ => new SilentRest(),
            WebSocketProvider = () => new TappedSocket(new MemorySocket(identified), tap, NullLogger.Instance),
            GatewayIntents = (global::Discord.GatewayIntents)(int)options.Intents,
            TotalShards = 1,
            HandlerTimeout = null,
            MessageCacheSize = 0,
            LargeThreshold = 50,
            LogGatewayIntentWarnings = false,
            SuppressUnknownDispatchWarnings = true,
        });
        var account = new BotAccount();
        var guilds = new GuildDirectory(account);
        var messages = new MessageMapper(guilds);
        // No message is missed here, so nobody is asked for memberships or history.
        var lanes = new EventLanes(options, this, guilds, account, null!, null!, TimeProvider.System, NullLogger<EventLanes>.Instance, stopping.Token);
        bridge = new EventBridge(options, client, tap, lanes, guilds, account, messages, new InteractionMapper(guilds, messages), TimeProvider.System, NullLogger.Instance);
    }

    /// <summary>Logs in and begins a session with so many guilds still to come.</summary>
    public static async Task<DiscordNetFedClient> StartAsync(int guilds)
    {
        var fed = new DiscordNetFedClient();
        await fed.client.LoginAsync(TokenType.Bot, "none.of.these", validateToken: false);
        fed.bridge.Subscribe();
        await fed.client.StartAsync();
        fed.socket = await fed.identified.Task.WaitAsync(Patience);
        await fed.socket.FeedAsync("""{"op":10,"d":{"heartbeat_interval":41250000}}""");
        await fed.socket.FeedAsync(Encoding.UTF8.GetString(GatewayFrames.Ready(guilds)));
        return fed;
    }

    public async Task FeedAndWaitAsync(byte[] json, int times)
    {
        string text = Encoding.UTF8.GetString(json);
        Volatile.Write(ref awaited, Interlocked.Read(ref handled) + times);
        for (int i = 0; i < times; i++)
            await socket!.FeedAsync(text);
        if (!await reached.WaitAsync(Patience))
            throw new TimeoutException("The events did not come.");
    }

    public ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
    {
        if (platformEvent is MessageReceived or GuildAvailable && Interlocked.Increment(ref handled) == Volatile.Read(ref awaited))
            reached.Release();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        bridge.Unsubscribe();
        await stopping.CancelAsync();
        await client.StopAsync();
        await client.DisposeAsync();
        stopping.Dispose();
        reached.Dispose();
    }
}
