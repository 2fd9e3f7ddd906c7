using ModBot.Sandbox.Gateway;

namespace ModBot.Sandbox;

/// <summary>How the sandbox is set up.</summary>
public sealed record SandboxOptions
{
    /// <summary>
    /// Where to listen: http on a loopback address, or <c>localhost</c> (which means 127.0.0.1). Port 0 takes any free
    /// port; where another port is taken, the next free one of the following 50 is used. Default port 5000.
    /// </summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:5000");

    /// <summary>The file that keeps the world from run to run; null (the default) keeps it in memory only.</summary>
    public string? StatePath { get; init; }

    /// <summary>The clock of ids, deadlines, rate limits and heartbeats. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The bot's token; null (the default) takes the state file's, or a new random one.</summary>
    public string? BotToken { get; init; }

    /// <summary>The OAuth2 secret of the bot's application; null (the default) for a new random one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Rate limits of the REST side.</summary>
    public SandboxLimits Limits { get; init; } = new();

    /// <summary>The privileged intents that are switched on for the bot's application; asking for another closes with 4014. Default: all three.</summary>
    public GatewayIntents PrivilegedIntents { get; init; } = GatewayIntents.Privileged;

    /// <summary>Asked of the client in Hello. Default 41.25 s, as Discord's; a client silent for one and a half of it is cut off.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>How long a session without a connection may be resumed. Default 3 min.</summary>
    public TimeSpan SessionLifetime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Least time between two Identify of one concurrency bucket; sooner is answered with Invalid Session. Default 5 s.</summary>
    public TimeSpan IdentifyInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Identify calls per <see cref="IdentifyInterval"/>, told by <c>/gateway/bot</c>. Default 1.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Shards that <c>/gateway/bot</c> recommends. Default 1.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Dispatches kept per session for a resume. Default 5,000.</summary>
    public int ReplayBuffer { get; init; } = 5_000;

    /// <summary>Told of defects in the sandbox itself (an answer of 500 that nobody asked for). Default: nobody.</summary>
    public Action<string> Report { get; init; } = static _ => { };

    /// <summary>Told of every REST call that reached its handler, with both bodies. Default: nobody.</summary>
    public Action<SandboxExchange>? Observe { get; init; }

    /// <summary>Messages kept per channel; the oldest goes first. Default 20,000.</summary>
    public int MaxMessagesPerChannel { get; init; } = 20_000;
}
