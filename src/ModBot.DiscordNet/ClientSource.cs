using Discord;
using Discord.Net.Rest;
using Discord.Net.WebSockets;
using Discord.WebSocket;
using Microsoft.Extensions.Logging;
using ModBot.Discord;
using ModBot.Discord.Gateway;
using ModBot.DiscordNet.Gateway;
using ModBot.DiscordNet.Rest;

namespace ModBot.DiscordNet;

/// <summary>Makes and holds the one sharded client, its sockets and HTTP wrapped for what Discord.Net leaves out.</summary>
internal sealed class ClientSource : IAsyncDisposable
{
    /// <summary>Members that a guild's first payload lists: the fewest, since nothing here looks at them.</summary>
    private const int FewestMembers = 50;

    public ClientSource(DiscordOptions options, GatewayTap tap, NonceScope nonces, FactStore restFacts, TimeProvider time, ILoggerFactory loggers)
    {
        ILogger gatewayLog = loggers.CreateLogger("ModBot.DiscordNet.Gateway");
        ILogger restLog = loggers.CreateLogger("ModBot.DiscordNet.Rest");
        // A proxy that is set for the outside must not see what stays on this machine.
        RestClientProvider rest = DefaultRestClientProvider.Create(useProxy: !options.RestBase.IsLoopback);
        WebSocketProvider sockets = DefaultWebSocketProvider.Instance;
        ShardPlan plan = ShardPlan.Parse(options.Shards)!.Value;
        Rest = _ => new RetryingRest(rest(options.RestBase.ToString()), options, nonces, restFacts, time, restLog);
        var config = new DiscordSocketConfig
        {
            RestClientProvider = Rest,
            WebSocketProvider = () => new TappedSocket(sockets(), tap, gatewayLog),
            GatewayIntents = (global::Discord.GatewayIntents)(int)options.Intents,
            TotalShards = plan.IsAutomatic ? null : plan.Total,
            ConnectionTimeout = (int)options.ConnectTimeout.TotalMilliseconds,
            HandlerTimeout = null,
            MessageCacheSize = 0,
            AlwaysDownloadUsers = false,
            LargeThreshold = FewestMembers,
            LogLevel = LogSeverity.Info,
            LogGatewayIntentWarnings = false,
            SuppressUnknownDispatchWarnings = true,
            UseInteractionSnowflakeDate = false,
            ResponseInternalTimeCheck = false,
            FormatUsersInBidirectionalUnicode = false,
            DefaultRetryMode = RetryMode.AlwaysRetry,
            UseSystemClock = false,
        };
        int[]? shards = plan.IsAutomatic ? null : [.. Enumerable.Range(plan.First, plan.Count)];
        Client = new DiscordShardedClient(shards, config);
        Client.Log += message =>
        {
            ClientLog.Write(gatewayLog, message);
            return Task.CompletedTask;
        };
    }

    public DiscordShardedClient Client { get; }

    /// <summary>HTTP clients to the configured address, for what has a token of its own.</summary>
    public RestClientProvider Rest { get; }

    public ValueTask DisposeAsync() => Client.DisposeAsync();
}
