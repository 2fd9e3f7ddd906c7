using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord;
using ModBot.Sandbox;

namespace ModBot.Contracts;

/// <summary>A client that runs against a sandbox of its own, its events in a queue.</summary>
public sealed class ContractBot : IAsyncDisposable
{
    /// <summary>Far beyond what anything here takes; only a failure waits so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider _services;
    private readonly Events _events = new();
    private readonly CancellationTokenSource _stopping = new();

    private ContractBot(SandboxServer server, ServiceProvider services)
    {
        Server = server;
        _services = services;
        Platform = services.GetRequiredService<IModerationPlatform>();
        AutoMod = services.GetRequiredService<IAutoModeration>();
        Run = services.GetRequiredService<IPlatformConnection>().RunAsync(_events, _stopping.Token);
    }

    public SandboxServer Server { get; }

    public SandboxWorld World => Server.World;

    public IModerationPlatform Platform { get; }

    public IAutoModeration AutoMod { get; }

    /// <summary>Another port of the client.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The connection's run.</summary>
    public Task Run { get; }

    /// <summary>Starts both and waits until the bot knows its guild.</summary>
    /// <param name="add">Registers the client.</param>
    /// <param name="sandbox">Changes the server's options.</param>
    /// <param name="discord">Changes the client's options.</param>
    public static async Task<ContractBot> StartAsync(
        Action<IServiceCollection, DiscordOptions> add, Func<SandboxOptions, SandboxOptions>? sandbox = null, Func<DiscordOptions, DiscordOptions>? discord = null)
    {
        ContractBot bot = await ConnectAsync(add, sandbox, discord);
        await bot.NextSessionAsync();
        return bot;
    }

    /// <summary>Starts both and waits for nothing.</summary>
    public static async Task<ContractBot> ConnectAsync(
        Action<IServiceCollection, DiscordOptions> add, Func<SandboxOptions, SandboxOptions>? sandbox = null, Func<DiscordOptions, DiscordOptions>? discord = null)
    {
        var options = new SandboxOptions { Url = new Uri("http://127.0.0.1:0"), IdentifyInterval = TimeSpan.FromMilliseconds(50), Limits = new SandboxLimits { Enabled = false } };
        SandboxServer server = await SandboxServer.StartAsync(sandbox?.Invoke(options) ?? options);
        var connect = new DiscordOptions { Token = server.BotToken, RestUrl = server.RestUrl.ToString(), StartAttempts = 2, RequestRetries = 3 };
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.None));
        add(services, discord?.Invoke(connect) ?? connect);
        return new ContractBot(server, services.BuildServiceProvider());
    }

    /// <summary>The next event of a kind that fits; others are passed over.</summary>
    public async Task<T> NextAsync<T>(Func<T, bool> fits)
        where T : PlatformEvent
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (true)
            {
                if (await _events.Queue.Reader.ReadAsync(patience.Token) is T found && fits(found))
                    return found;
            }
        }
        catch (OperationCanceledException fault)
        {
            if (Run.IsFaulted)
                await Run;
            throw new TimeoutException($"No {typeof(T).Name} of the kind came.", fault);
        }
    }

    /// <summary>The next new session and its guild, in whichever order they come: guilds run side by side.</summary>
    public async Task<(SessionReady Ready, GuildSummary Guild)> NextSessionAsync()
    {
        SessionReady? ready = null;
        GuildSummary? guild = null;
        while (ready is null || guild is null)
        {
            PlatformEvent next = await NextAsync<PlatformEvent>(seen => seen is GuildAvailable or SessionReady { Resumed: false });
            ready = next as SessionReady ?? ready;
            guild = (next as GuildAvailable)?.Guild ?? guild;
        }

        return (ready, guild);
    }

    /// <summary>Posts as a person and waits for what the bot sees of it.</summary>
    public async Task<ChatMessage> SeePostAsync(Snowflake channel, Snowflake user, string content, SandboxMessageOptions? options = null)
    {
        Snowflake id = World.PostMessage(channel, user, content, options).Message.Id;
        return (await NextAsync<MessageReceived>(seen => seen.Message.Id == id && !seen.Message.IsEdit)).Message;
    }

    /// <summary>Has a person do something that makes an interaction, and takes it.</summary>
    public async Task<(InteractionReceived Received, Task<SandboxReply> Reply)> InteractAsync(Task<SandboxReply> reply) =>
        (await NextAsync<InteractionReceived>(_ => true), reply);

    /// <summary>Messages that wait in the queue, without waiting for more.</summary>
    public IReadOnlyList<ChatMessage> Waiting()
    {
        List<ChatMessage> found = [];
        while (_events.Queue.Reader.TryRead(out PlatformEvent? next))
        {
            if (next is MessageReceived message)
                found.Add(message.Message);
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _services.DisposeAsync();
        await Server.DisposeAsync();
        _stopping.Dispose();
    }

    private sealed class Events : IPlatformEventHandler
    {
        public Channel<PlatformEvent> Queue { get; } = Channel.CreateUnbounded<PlatformEvent>();

        public ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
        {
            Queue.Writer.TryWrite(platformEvent);
            return ValueTask.CompletedTask;
        }
    }
}
