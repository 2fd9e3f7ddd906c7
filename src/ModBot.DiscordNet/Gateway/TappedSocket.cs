using System.Text;
using System.Text.Json;
using Discord.Net;
using Discord.Net.WebSockets;
using Microsoft.Extensions.Logging;
using ModBot.Core.Platform;
using ModBot.Discord.Gateway;

namespace ModBot.DiscordNet.Gateway;

/// <summary>
/// Stands between Discord.Net and its own socket: inflates frames once, tells the tap of them, gives up a resume address that
/// does not answer, ends the run on a close code that no reconnect can mend, and refuses frames that Discord would cut off for.
/// </summary>
internal sealed class TappedSocket : IWebSocketClient
{
    /// <summary>Discord's limit for a frame to the gateway, bytes.</summary>
    public const int MostBytes = 4096;

    /// <summary>A frame larger than this is no frame of Discord's, bytes.</summary>
    private const int MostInflated = 64 << 20;

    private const int ResumeTries = 2;

    private readonly IWebSocketClient _inner;
    private readonly IGatewayTap _tap;
    private readonly ILogger _logger;
    private readonly FrameBuffer _buffer = new(MostInflated);
    private ZlibStreamInflater? _inflater;
    private string? _first;
    private int _resumeFailures;

    public TappedSocket(IWebSocketClient inner, IGatewayTap tap, ILogger logger)
    {
        _inner = inner;
        _tap = tap;
        _logger = logger;
        inner.BinaryMessage += ReceiveBinaryAsync;
        inner.TextMessage += ReceiveTextAsync;
        inner.Closed += CloseAsync;
    }

    public event Func<byte[], int, int, Task>? BinaryMessage
    {
        // Everything is handed on as text: it is inflated here.
        add => _ = value;
        remove => _ = value;
    }

    public event Func<string, Task>? TextMessage;

    public event Func<Exception, Task>? Closed;

    public void SetHeader(string key, string value) => _inner.SetHeader(key, value);

    public void SetCancelToken(CancellationToken cancelToken) => _inner.SetCancelToken(cancelToken);

    public async Task ConnectAsync(string host)
    {
        var address = new Uri(host);
        if (!GatewayUrl.IsSafe(address))
        {
            var unsafeAddress = new PlatformFatalException($"The gateway {address.Authority} wants an unencrypted connection, which would show the bot's token to others: only a server on this machine may.");
            _tap.Fail(unsafeAddress);
            throw unsafeAddress;
        }

        _first ??= host;
        bool isResume = !string.Equals(host, _first, StringComparison.Ordinal);
        if (isResume && _resumeFailures >= ResumeTries)
        {
            TapLog.ResumeAddressGivenUp(_logger, address.Authority);
            address = new Uri(_first);
            isResume = false;
        }

        _inflater?.Dispose();
        _inflater = new ZlibStreamInflater();
        try
        {
            await _inner.ConnectAsync(address.ToString());
            _resumeFailures = 0;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _resumeFailures += isResume ? 1 : 0;
            _tap.HandshakeFailed(address, fault);
            throw;
        }
    }

    public Task DisconnectAsync(int closeCode = 1000) => _inner.DisconnectAsync(closeCode);

    public Task SendAsync(byte[] data, int index, int count, bool isText) => count <= MostBytes
        ? _inner.SendAsync(data, index, count, isText)
        : throw new InvalidOperationException($"A gateway frame of {count} bytes was refused: Discord takes {MostBytes}.");

    public void Dispose()
    {
        _inner.Dispose();
        _inflater?.Dispose();
    }

    private Task ReceiveBinaryAsync(byte[] data, int index, int count)
    {
        _buffer.Clear();
        _inflater!.Inflate(data.AsMemory(index, count), _buffer);
        return ReceiveAsync(_buffer.Written);
    }

    private Task ReceiveTextAsync(string text) => ReceiveAsync(Encoding.UTF8.GetBytes(text));

    private async Task ReceiveAsync(ReadOnlyMemory<byte> frame)
    {
        GatewayNote note;
        try
        {
            note = FrameReader.Read(ref frame);
        }
        catch (JsonException fault)
        {
            TapLog.Unreadable(_logger, frame.Length, fault);
            return;
        }

        if (note.Message is { } message)
            _tap.Facts.Put(message);
        _tap.Arriving(note);
        if (TextMessage is { } next)
            await next(Encoding.UTF8.GetString(frame.Span));
        _tap.Handled(note);
    }

    private Task CloseAsync(Exception fault)
    {
        int? code = (fault as WebSocketClosedException)?.CloseCode;
        TapLog.Closed(_logger, code ?? 0, CloseCodes.Describe(code));
        if (CloseCodes.Classify(code) == AfterClose.Stop)
            _tap.Fail(new PlatformFatalException(FatalClose.Explain(code!.Value)));
        return Closed is { } next ? next(fault) : Task.CompletedTask;
    }
}
