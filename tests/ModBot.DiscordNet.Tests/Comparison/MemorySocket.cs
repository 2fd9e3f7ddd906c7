using System.Text;
using Discord.Net.WebSockets;

namespace ModBot.DiscordNet.Tests.Comparison;

/// <summary>A gateway connection that only exists in memory: what is fed comes out as text, what is sent is looked at for Identify.</summary>
/// <param name="identified">Gets the socket on which the client identifies; it makes several and connects one.</param>
internal sealed class MemorySocket(TaskCompletionSource<MemorySocket> identified) : IWebSocketClient
{
    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        add => _ = value;
        remove => _ = value;
    }

    public event Func<string, Task>? TextMessage;

    public event Func<Exception, Task>? Closed
    {
        add => _ = value;
        remove => _ = value;
    }

    public Task FeedAsync(string json) => TextMessage!(json);

    public Task SendAsync(byte[] data, int index, int count, bool isText)
    {
        if (Encoding.UTF8.GetString(data, index, count).Contains("\"op\":2,", StringComparison.Ordinal))
            identified.TrySetResult(this);
        return Task.CompletedTask;
    }

    public void SetHeader(string key, string value)
    {
        // There is no handshake.
    }

    public void SetCancelToken(CancellationToken cancelToken)
    {
        // Nothing here waits.
    }

    public Task ConnectAsync(string host) => Task.CompletedTask;

    public Task DisconnectAsync(int closeCode = 1000) => Task.CompletedTask;

    public void Dispose()
    {
        // Holds nothing.
    }
}
