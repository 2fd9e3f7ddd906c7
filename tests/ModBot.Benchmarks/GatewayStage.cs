using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord;
using ModBot.Discord.Gateway;
using ModBot.Discord.Lanes;
using ModBot.Discord.Parsing;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Benchmarks;

/// <summary>The client from a received frame to the handler, with frames fed from memory.</summary>
internal sealed class GatewayStage : IDisposable, IPlatformEventHandler
{
    private readonly ServiceProvider services;
    private readonly CancellationTokenSource stopping = new();
    private readonly ShardDispatcher dispatcher;
    private readonly SemaphoreSlim reached = new(0);
    private long handled;
    private long awaited = long.MaxValue;

    public GatewayStage()
    {
        services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddDiscordClient(new DiscordOptions { Token = "none.of.these", RestUrl = "http://127.0.0.1:9/api/v10" })
            .BuildServiceProvider();
        var guilds = services.GetRequiredService<GuildDirectory>();
        var account = services.GetRequiredService<BotAccount>();
        account.SetUser(GatewayFrames.BotUser);
        var options = services.GetRequiredService<DiscordOptions>();
        var lanes = new EventLanes(
            options, this, guilds, account, services.GetRequiredService<MemberDirectory>(), services.GetRequiredService<HistoryReader>(), TimeProvider.System, NullLogger<EventLanes>.Instance, stopping.Token);
        dispatcher = new ShardDispatcher(options, new ShardId(0, 1), lanes, guilds, account, services.GetRequiredService<RestClient>(), TimeProvider.System, NullLogger.Instance);
    }

    /// <summary>Feeds one frame as the receive loop does.</summary>
    public void Feed(ReadOnlySpan<byte> json)
    {
        GatewayFrame frame = GatewayFrame.Read(json);
        dispatcher.Dispatch(ref frame);
    }

    /// <summary>Feeds a frame so many times and waits until the handler has had as many events more.</summary>
    public void FeedAndWait(byte[] json, int times)
    {
        Volatile.Write(ref awaited, Interlocked.Read(ref handled) + times);
        for (int i = 0; i < times; i++)
            Feed(json);
        reached.Wait();
    }

    public ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref handled) == Volatile.Read(ref awaited))
            reached.Release();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        stopping.Cancel();
        services.Dispose();
        reached.Dispose();
        stopping.Dispose();
    }
}
