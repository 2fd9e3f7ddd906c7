using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace ModBot.Discord.Tests.Support;

/// <summary>The server's end of one gateway connection.</summary>
internal sealed class GatewayPeer(WebSocket socket, string target, Action abort) : IDisposable
{
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly MemoryStream _compressed = new();
    private ZLibStream? _zlib;
    private long _sequence;

    /// <summary>Path and query that the client asked for.</summary>
    public string Target => target;

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public long Sequence => _sequence;

    /// <summary>Compress with zlib-stream, as asked for.</summary>
    public bool Compresses { get; set; }

    /// <summary>Bytes per web socket frame; 0 for one frame a message.</summary>
    public int FrameSize { get; set; }

    /// <summary>Ends a web socket message with each frame, so that one JSON message spans several.</summary>
    public bool EndsEachFrame { get; set; }

    /// <summary>The next payload; null where the client closed or is gone.</summary>
    public async Task<JsonElement?> ReadAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _received.Reader.WaitToReadAsync(timeout.Token) && _received.Reader.TryRead(out JsonElement payload) ? payload : null;
    }

    /// <summary>Receives until the client closes or is gone.</summary>
    public async Task PumpAsync(CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        byte[] buffer = new byte[4096];
        try
        {
            while (true)
            {
                ValueWebSocketReceiveResult result = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                if (result.MessageType == WebSocketMessageType.Close)
                    break;
                bytes.Write(buffer, 0, result.Count);
                if (!result.EndOfMessage)
                    continue;
                _received.Writer.TryWrite(JsonDocument.Parse(bytes.ToArray()).RootElement);
                bytes.SetLength(0);
            }

            if (socket.State == WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            abort();
        }
        finally
        {
            _received.Writer.TryComplete();
        }
    }

    /// <summary>The next payload with this opcode; others (heartbeats) are answered and passed over.</summary>
    public async Task<JsonElement> ReadAsync(int op)
    {
        while (await ReadAsync() is { } payload)
        {
            int got = payload.GetProperty("op").GetInt32();
            if (got == op)
                return payload;
            if (got == 1)
                await SendAsync("""{"op":11}""");
        }

        throw new InvalidOperationException($"The client closed ({socket.CloseStatus}) while op {op} was awaited.");
    }

    /// <summary>Reads until the client is gone; heartbeats are not answered.</summary>
    public async Task WhenClosedAsync()
    {
        while (await ReadAsync() is not null)
        {
            // Whatever it still says.
        }
    }

    public async Task SendAsync(string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        await SendAsync(Compresses ? Compress(bytes) : bytes, Compresses ? WebSocketMessageType.Binary : WebSocketMessageType.Text);
    }

    public async Task SendAsync(byte[] bytes, WebSocketMessageType type)
    {
        int size = FrameSize == 0 ? Math.Max(1, bytes.Length) : FrameSize;
        for (int start = 0; start < bytes.Length; start += size)
        {
            int count = Math.Min(size, bytes.Length - start);
            bool isLast = start + count == bytes.Length;
            await socket.SendAsync(bytes.AsMemory(start, count), type, isLast || EndsEachFrame, CancellationToken.None);
        }
    }

    public Task HelloAsync(int interval = 45_000) => SendAsync($$$"""{"op":10,"s":null,"t":null,"d":{"heartbeat_interval":{{{interval}}}}}""");

    public Task DispatchAsync(string name, string data) => SendAsync($$"""{"t":"{{name}}","s":{{++_sequence}},"op":0,"d":{{data}}}""");

    /// <summary>Greets, takes the identify and begins a session.</summary>
    public async Task<JsonElement> BeginAsync(string? resumeUrl = null, string guilds = "[]", string session = "session-1", int interval = 45_000, string flags = "565248")
    {
        await HelloAsync(interval);
        JsonElement identify = await ReadAsync(2);
        string resume = resumeUrl is null ? "" : $"\"resume_gateway_url\":\"{resumeUrl}\",";
        await DispatchAsync("READY", $$$"""
            {"v":10,"user":{"id":"{{{ScriptedDiscord.BotId}}}","username":"modbot","bot":true},"session_id":"{{{session}}}",{{{resume}}}
             "guilds":{{{guilds}}},"application":{"id":"{{{ScriptedDiscord.ApplicationId}}}","flags":{{{flags}}}},"unknown":{"a":[1,2]}}
            """);
        return identify;
    }

    public Task CloseAsync(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, "scripted", CancellationToken.None);

    public void Abort() => abort();

    public void Dispose()
    {
        _zlib?.Dispose();
        _compressed.Dispose();
    }

    private byte[] Compress(byte[] bytes)
    {
        _zlib ??= new ZLibStream(_compressed, CompressionLevel.Fastest, leaveOpen: true);
        _compressed.SetLength(0);
        _zlib.Write(bytes);
        _zlib.Flush();
        return _compressed.ToArray();
    }
}
