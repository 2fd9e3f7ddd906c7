using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Gateway;

/// <summary>One WebSocket: reads what the client sends, sends what is queued, keeps to the limits of both.</summary>
internal sealed class GatewayConnection : IDisposable
{
    /// <summary>Largest frame that a client may send, in bytes.</summary>
    private const int MaxIncoming = 4_096;

    /// <summary>Frames that a client may send in a minute.</summary>
    private const int MaxPerMinute = 120;

    /// <summary>Frames that wait for a slow client before it is cut off.</summary>
    private const int MaxQueued = 20_000;

    /// <summary>Payloads below this size are not worth compressing one by one.</summary>
    private const int CompressFrom = 1_024;

    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(5);

    private readonly WebSocket _socket;
    private readonly GatewayHub _hub;
    private readonly FrameCompressor? _compressor;
    private readonly Channel<Outgoing> _queue = Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(MaxQueued) { SingleReader = true });
    private readonly CancellationTokenSource _stop = new();
    private readonly ITimer _silence;
    private DateTimeOffset _windowEnds;
    private int _inWindow;

    public GatewayConnection(WebSocket socket, GatewayHub hub, bool zlibStream)
    {
        _socket = socket;
        _hub = hub;
        _compressor = zlibStream ? new FrameCompressor() : null;
        _silence = hub.Time.CreateTimer(_ => TimeOut(), null, hub.SilenceAllowed, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Set once identified or resumed. Used under the world's gate.</summary>
    public GatewaySession? Session { get; set; }

    /// <summary>Identify's <c>compress</c>: large payloads as zlib documents, each on its own.</summary>
    public bool CompressPayloads { get; set; }

    public bool UsesTransportCompression => _compressor is not null;

    /// <summary>The code of the client's close frame; null while open or where it was cut.</summary>
    public int? ClientCloseCode { get; private set; }

    /// <summary>Queues a frame; a client that lets too many pile up is cut off.</summary>
    public void Send(byte[] frame)
    {
        if (!_queue.Writer.TryWrite(new Outgoing(frame, 0, "")))
            Abort();
    }

    public void Send(int op, JsonNode? data) => Send(GatewayFrame.Of(op, data));

    /// <summary>Closes with a code once everything queued is sent.</summary>
    public void Close(int code, string reason)
    {
        _queue.Writer.TryWrite(new Outgoing([], code, reason));
        _queue.Writer.TryComplete();
    }

    /// <summary>Cuts the connection without a close frame.</summary>
    public void Abort()
    {
        _queue.Writer.TryComplete();
        _stop.Cancel();
        _socket.Abort();
    }

    public void HeartbeatSeen() => _silence.Change(_hub.SilenceAllowed, Timeout.InfiniteTimeSpan);

    /// <summary>Runs until either side ends it.</summary>
    public async Task RunAsync(CancellationToken serverStopping)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(serverStopping, _stop.Token);
        Task sending = SendAllAsync(both.Token);
        Task receiving = ReceiveAllAsync(both.Token);
        await Task.WhenAny(sending, receiving);
        _queue.Writer.TryComplete();
        await Task.WhenAny(Task.WhenAll(sending, receiving), Task.Delay(CloseGrace, CancellationToken.None));
        await _stop.CancelAsync();
        _socket.Abort();
        await Task.WhenAll(sending, receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _silence.Dispose();
        _stop.Dispose();
        _compressor?.Dispose();
        _socket.Dispose();
    }

    private void TimeOut()
    {
        lock (_hub.Gate)
        {
            if (Session?.Connection == this)
                _hub.Forget(Session);
        }

        Close(GatewayCloseCode.SessionTimedOut, "Session timed out.");
    }

    private async Task SendAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (Outgoing item in _queue.Reader.ReadAllAsync(cancellationToken))
            {
                if (item.CloseCode != 0)
                {
                    await _socket.CloseOutputAsync((WebSocketCloseStatus)item.CloseCode, item.Reason, cancellationToken);
                    return;
                }

                await _hub.DelayFrameAsync(cancellationToken);
                await SendOneAsync(item.Frame, cancellationToken);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The client is gone; the session waits for its resume.
        }
    }

    private ValueTask SendOneAsync(byte[] frame, CancellationToken cancellationToken)
    {
        if (_compressor is not null)
            return _socket.SendAsync(_compressor.Next(frame), WebSocketMessageType.Binary, WebSocketMessageFlags.EndOfMessage, cancellationToken);
        return CompressPayloads && frame.Length >= CompressFrom
            ? _socket.SendAsync(FrameCompressor.Whole(frame), WebSocketMessageType.Binary, WebSocketMessageFlags.EndOfMessage, cancellationToken)
            : _socket.SendAsync(frame, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, cancellationToken);
    }

    private async Task ReceiveAllAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MaxIncoming + 1];
        try
        {
            while (true)
            {
                int length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                    length += result.Count;
                }
                while (!result.EndOfMessage && length <= MaxIncoming);

                if (result.MessageType == WebSocketMessageType.Close)
                {
                    ClientCloseCode = (int?)_socket.CloseStatus ?? 1005;
                    Close(ClientCloseCode is 1005 ? 1000 : ClientCloseCode.Value, "");
                    return;
                }

                if (!Accept(buffer.AsMemory(0, length)))
                {
                    await DrainAsync(buffer, cancellationToken);
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The client is gone; the session waits for its resume.
        }
    }

    /// <summary>After our close frame: waits for the client's.</summary>
    private async Task DrainAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        while ((await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken)).MessageType != WebSocketMessageType.Close)
        {
            // Whatever else it sends is too late.
        }
    }

    /// <summary>False where the frame ended the connection.</summary>
    private bool Accept(ReadOnlyMemory<byte> frame)
    {
        if (frame.Length > MaxIncoming)
            return Refuse(GatewayCloseCode.DecodeError, "Error while decoding payload.");
        DateTimeOffset now = _hub.Time.GetUtcNow();
        if (now >= _windowEnds)
            (_windowEnds, _inWindow) = (now.AddMinutes(1), 0);
        if (++_inWindow > MaxPerMinute)
            return Refuse(GatewayCloseCode.RateLimited, "You are being rate limited.");
        JsonNode? json;
        try
        {
            json = BodyReader.Parse(frame.Span);
        }
        catch (ApiErrorException)
        {
            return Refuse(GatewayCloseCode.DecodeError, "Error while decoding payload.");
        }

        if (json is not JsonObject payload || payload["op"] is not JsonValue value || !value.TryGetValue(out int op))
            return Refuse(GatewayCloseCode.DecodeError, "Error while decoding payload.");
        return _hub.Receive(this, op, payload["d"]) is not { } refusal || Refuse(refusal.Code, refusal.Reason);
    }

    private bool Refuse(int code, string reason)
    {
        Close(code, reason);
        return false;
    }

    private readonly record struct Outgoing(byte[] Frame, int CloseCode, string Reason);
}
