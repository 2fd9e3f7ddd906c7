using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using ModBot.Sandbox.Gateway;

namespace ModBot.Sandbox.Tests.Support;

/// <summary>A bare gateway client.</summary>
internal sealed class TestGateway : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket _socket = new();
    private readonly MemoryStream _compressed = new();
    private readonly ZLibStream? _inflater;

    private TestGateway(bool zlib) => _inflater = zlib ? new ZLibStream(_compressed, CompressionMode.Decompress) : null;

    public long LastSequence { get; private set; }

    public string SessionId { get; private set; } = "";

    public JsonObject Ready { get; private set; } = [];

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<TestGateway> OpenAsync(TestSandbox sandbox, string query = "?v=10&encoding=json", string path = "/")
    {
        var gateway = new TestGateway(query.Contains("zlib-stream", StringComparison.Ordinal));
        var url = new UriBuilder(new Uri(sandbox.Server.Address, path)) { Scheme = "ws", Query = query };
        using var patience = new CancellationTokenSource(Patience);
        await gateway._socket.ConnectAsync(url.Uri, patience.Token);
        return gateway;
    }

    /// <summary>Opens, identifies and takes everything up to the last GUILD_CREATE.</summary>
    public static async Task<TestGateway> LogInAsync(TestSandbox sandbox, GatewayIntents intents = GatewayIntents.All, string query = "?v=10&encoding=json", JsonObject? more = null)
    {
        TestGateway gateway = await OpenAsync(sandbox, query);
        await gateway.HelloAsync();
        await gateway.IdentifyAsync(sandbox.Server.BotToken, intents, more);
        gateway.Ready = await gateway.EventAsync("READY");
        gateway.SessionId = (string)gateway.Ready["session_id"]!;
        if (intents.HasFlag(GatewayIntents.Guilds))
        {
            foreach (JsonNode? _ in (JsonArray)gateway.Ready["guilds"]!)
                await gateway.EventAsync("GUILD_CREATE");
        }

        return gateway;
    }

    public async Task<JsonObject> HelloAsync()
    {
        JsonObject hello = await ReceiveAsync();
        Assert.Equal(10, (int)hello["op"]!);
        return (JsonObject)hello["d"]!;
    }

    public Task IdentifyAsync(string token, GatewayIntents intents, JsonObject? more = null)
    {
        var data = new JsonObject
        {
            ["token"] = token,
            ["intents"] = (int)intents,
            ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "test", ["device"] = "test" },
        };
        foreach ((string key, JsonNode? value) in more ?? [])
            data[key] = value?.DeepClone();
        return SendAsync(2, data);
    }

    public Task ResumeAsync(string token, string sessionId, long sequence) =>
        SendAsync(6, new JsonObject { ["token"] = token, ["session_id"] = sessionId, ["seq"] = sequence });

    public Task SendAsync(int op, JsonNode? data) => SendRawAsync(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());

    public async Task SendRawAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, patience.Token);
    }

    /// <summary>The data of the next dispatch of that name; others are passed over.</summary>
    public async Task<JsonObject> EventAsync(string name)
    {
        while (true)
        {
            JsonObject frame = await ReceiveAsync();
            if ((int)frame["op"]! == 0 && (string?)frame["t"] == name)
                return (JsonObject)frame["d"]!;
        }
    }

    /// <summary>The next frame with that opcode; others are passed over.</summary>
    public async Task<JsonObject> OpAsync(int op)
    {
        while (true)
        {
            JsonObject frame = await ReceiveAsync();
            if ((int)frame["op"]! == op)
                return frame;
        }
    }

    /// <summary>The names of all dispatches until a heartbeat that is sent now is acknowledged.</summary>
    public async Task<List<string>> NamesUntilQuietAsync()
    {
        await SendAsync(1, LastSequence);
        var names = new List<string>();
        while (true)
        {
            JsonObject frame = await ReceiveAsync();
            if ((int)frame["op"]! == 11)
                return names;
            if ((string?)frame["t"] is { } name)
                names.Add(name);
        }
    }

    /// <summary>Reads until the server closes; the close code, or null where the connection was cut.</summary>
    public async Task<int?> CloseCodeAsync()
    {
        try
        {
            while (true)
                await ReceiveAsync();
        }
        catch (InvalidOperationException)
        {
            return (int?)_socket.CloseStatus;
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    public async Task<string> ReceiveTextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        byte[] buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        ValueWebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
            message.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);

        if (result.MessageType == WebSocketMessageType.Close)
            throw new InvalidOperationException("closed");
        if (result.MessageType == WebSocketMessageType.Text)
            return Encoding.UTF8.GetString(message.ToArray());
        return _inflater is null ? Whole(message.ToArray()) : Inflate(message.ToArray());
    }

    public async Task<JsonObject> ReceiveAsync()
    {
        var frame = (JsonObject)JsonNode.Parse(await ReceiveTextAsync())!;
        if ((long?)frame["s"] is { } sequence)
            LastSequence = sequence;
        return frame;
    }

    public void Cut() => _socket.Abort();

    public async Task CloseAsync(int code)
    {
        using var patience = new CancellationTokenSource(Patience);
        await _socket.CloseAsync((WebSocketCloseStatus)code, "", patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        if (_inflater is not null)
            await _inflater.DisposeAsync();
        await _compressed.DisposeAsync();
    }

    private string Inflate(byte[] part)
    {
        Assert.Equal<byte[]>([0, 0, 255, 255], part[^4..]);
        _compressed.SetLength(0);
        _compressed.Write(part);
        _compressed.Position = 0;
        using var text = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = _inflater!.Read(buffer)) > 0)
            text.Write(buffer, 0, read);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static string Whole(byte[] part)
    {
        using var zlib = new ZLibStream(new MemoryStream(part), CompressionMode.Decompress);
        using var reader = new StreamReader(zlib, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
