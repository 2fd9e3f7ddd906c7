using System.Net.WebSockets;

namespace ModBot.Discord.Gateway;

/// <summary>
/// A web socket that gives whole JSON messages: plain text, or zlib-stream in any split. Servers may compress or not,
/// whatever was asked for. One receiver; senders take turns.
/// </summary>
internal sealed class GatewaySocket(TimeProvider time) : IAsyncDisposable
{
    private const int Step = 8 * 1024;
    private const int MostCompressed = 32 * 1024 * 1024;
    private const int MostPlain = 128 * 1024 * 1024;
    private static readonly TimeSpan SendTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly FrameBuffer _raw = new(MostCompressed);
    private readonly FrameBuffer _plain = new(MostPlain);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly SendBudget _budget = new(time);
    private ZlibStreamInflater? _inflater;
    private int _start;

    /// <summary>The message that <see cref="ReceiveAsync"/> found; valid until it is called again.</summary>
    public ReadOnlyMemory<byte> Message { get; private set; }

    /// <summary>The server's close code; null where it closed without one.</summary>
    public int? CloseCode { get; private set; }

    public async Task ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.SetRequestHeader("User-Agent", DiscordOptions.UserAgent);
        if (address.IsLoopback)
            _socket.Options.Proxy = null;
        await _socket.ConnectAsync(address, cancellationToken);
    }

    /// <summary>Waits for the next message; false where the server closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    /// <exception cref="InvalidDataException">The compressed stream is broken or a message is too large.</exception>
    public async ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (_start == 0)
            _raw.Clear();
        while (true)
        {
            ValueWebSocketReceiveResult result = await _socket.ReceiveAsync(_raw.Room(Step), cancellationToken);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                CloseCode = (int?)_socket.CloseStatus;
                return false;
            }

            _raw.Advance(result.Count);
            if (result.EndOfMessage && Complete(result.MessageType))
                return true;
        }
    }

    /// <summary>Sends one payload, waiting for its place among 120 a minute.</summary>
    /// <exception cref="ArgumentException">The payload is larger than 4,096 bytes.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> payload, bool isHeartbeat, CancellationToken cancellationToken)
    {
        SendBudget.Check(payload.Span);
        while (_budget.Take(isHeartbeat) is var wait && wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        using var timeout = new CancellationTokenSource(SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        await _sending.WaitAsync(either.Token);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, either.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Tells the server that we go, as far as it can still be told; never throws.</summary>
    public async Task CloseAsync(int code)
    {
        using var timeout = new CancellationTokenSource(CloseTimeout, time);
        try
        {
            await _sending.WaitAsync(timeout.Token);
            try
            {
                if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await _socket.CloseOutputAsync((WebSocketCloseStatus)code, statusDescription: null, timeout.Token);
            }
            finally
            {
                _sending.Release();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException or IOException)
        {
            _socket.Abort();
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        _inflater?.Dispose();
        _sending.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A web socket message ended: true where it completes a JSON message.</summary>
    private bool Complete(WebSocketMessageType type)
    {
        ReadOnlyMemory<byte> written = _raw.Written;
        ReadOnlyMemory<byte> fresh = written[_start..];
        if (type == WebSocketMessageType.Text || IsPlain(fresh.Span))
        {
            if (_start == 0)
            {
                Message = fresh;
                return !fresh.IsEmpty;
            }

            // Text between the parts of a compressed message: set aside, the parts stay.
            _plain.Clear();
            fresh.Span.CopyTo(_plain.Room(fresh.Length).Span);
            _plain.Advance(fresh.Length);
            _raw.Truncate(_start);
            Message = _plain.Written;
            return !Message.IsEmpty;
        }

        if (!written.Span.EndsWith(ZlibStreamInflater.Suffix))
        {
            _start = written.Length;
            return false;
        }

        _inflater ??= new ZlibStreamInflater();
        _plain.Clear();
        _inflater.Inflate(written, _plain);
        _start = 0;
        Message = _plain.Written;
        if (Message.IsEmpty)
            _raw.Clear();
        return !Message.IsEmpty;
    }

    /// <summary>Some servers send plain JSON as binary; no zlib stream begins with a brace.</summary>
    private bool IsPlain(ReadOnlySpan<byte> bytes) => _inflater is null && _start == 0 && !bytes.IsEmpty && bytes[0] == '{';
}
