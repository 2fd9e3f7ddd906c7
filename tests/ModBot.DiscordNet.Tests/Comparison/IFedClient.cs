using ModBot.Benchmarks;

namespace ModBot.DiscordNet.Tests.Comparison;

/// <summary>A whole client, from a frame of the gateway to the bot's handler, with frames fed from memory.</summary>
internal interface IFedClient : IAsyncDisposable
{
    /// <summary>Feeds a frame so many times and waits until the handler has had as many events more.</summary>
    Task FeedAndWaitAsync(byte[] json, int times);
}

/// <summary>ModBot's own client.</summary>
internal sealed class BuiltInFedClient : IFedClient
{
    private readonly GatewayStage stage = new();

    public Task FeedAndWaitAsync(byte[] json, int times)
    {
        stage.FeedAndWait(json, times);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        stage.Dispose();
        return ValueTask.CompletedTask;
    }
}
