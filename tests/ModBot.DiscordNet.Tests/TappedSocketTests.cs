using Discord.Net;
using Discord.Net.WebSockets;
using Microsoft.Extensions.Logging.Abstractions;
using ModBot.Core.Platform;
using ModBot.DiscordNet.Gateway;

namespace ModBot.DiscordNet.Tests;

public sealed class TappedSocketTests : IDisposable
{
    private readonly FakeSocket _inner = new();
    private readonly Ear _ear = new();

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4013)]
    [InlineData(4014)]
    public async Task A_close_code_that_nothing_can_mend_ends_the_run(int code)
    {
        using TappedSocket socket = Open();
        await _inner.CloseAsync(new WebSocketClosedException(code));
        Assert.NotNull(_ear.Fault);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4000)]
    [InlineData(4007)]
    [InlineData(4009)]
    public async Task Other_close_codes_are_left_to_a_reconnect(int code)
    {
        using TappedSocket socket = Open();
        await _inner.CloseAsync(new WebSocketClosedException(code));
        Assert.Null(_ear.Fault);
        Assert.Equal(1, _ear.Closed);
    }

    [Fact]
    public async Task A_resume_address_is_given_up_after_two_failures()
    {
        using TappedSocket socket = Open();
        await socket.ConnectAsync("wss://first.example/?v=10");
        _inner.Refuse = address => address.Contains("resume", StringComparison.Ordinal);
        for (int i = 0; i < 2; i++)
            await Assert.ThrowsAsync<IOException>(() => socket.ConnectAsync("wss://resume.example/?v=10"));
        await socket.ConnectAsync("wss://resume.example/?v=10");
        Assert.StartsWith("wss://first.example/", _inner.Addresses[^1], StringComparison.Ordinal);
        Assert.Equal(2, _ear.Handshakes);
    }

    [Theory]
    [InlineData("ws://gateway.example/", false)]
    [InlineData("ws://127.0.0.1:5000/", true)]
    [InlineData("wss://gateway.example/", true)]
    public async Task A_token_is_not_sent_in_the_clear(string address, bool goes)
    {
        using TappedSocket socket = Open();
        if (goes)
            await socket.ConnectAsync(address);
        else
            await Assert.ThrowsAsync<PlatformFatalException>(() => socket.ConnectAsync(address));
        Assert.Equal(goes ? 1 : 0, _inner.Addresses.Count);
        Assert.Equal(goes, _ear.Fault is null);
    }

    [Theory]
    [InlineData(4096, true)]
    [InlineData(4097, false)]
    public async Task Oversized_frames_are_refused_with_a_clear_error(int bytes, bool goes)
    {
        using TappedSocket socket = Open();
        if (goes)
        {
            await socket.SendAsync(new byte[bytes], 0, bytes, isText: true);
        }
        else
        {
            InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(() => socket.SendAsync(new byte[bytes], 0, bytes, isText: true));
            Assert.Contains("4096", fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(goes ? 1 : 0, _inner.Sent);
    }

    [Fact]
    public async Task Unreadable_frames_are_dropped_and_readable_ones_handed_on()
    {
        using TappedSocket socket = Open();
        List<string> handed = [];
        socket.TextMessage += text =>
        {
            handed.Add(text);
            return Task.CompletedTask;
        };
        await _inner.ReceiveAsync("{\"op\":0,");
        await _inner.ReceiveAsync("{\"op\":11}");
        Assert.Equal(["{\"op\":11}"], handed);
    }

    public void Dispose() => _inner.Dispose();

    private TappedSocket Open()
    {
        var socket = new TappedSocket(_inner, _ear, NullLogger.Instance);
        socket.Closed += _ =>
        {
            _ear.Closed++;
            return Task.CompletedTask;
        };
        return socket;
    }

    private sealed class Ear : IGatewayTap
    {
        public FactStore Facts { get; } = new(10);

        public PlatformFatalException? Fault { get; private set; }

        public int Handshakes { get; private set; }

        public int Closed { get; set; }

        public void Arriving(GatewayNote note)
        {
        }

        public void Handled(GatewayNote note)
        {
        }

        public void Fail(PlatformFatalException fault) => Fault = fault;

        public void HandshakeFailed(Uri address, Exception fault) => Handshakes++;
    }

    private sealed class FakeSocket : IWebSocketClient
    {
        public event Func<byte[], int, int, Task>? BinaryMessage;

        public event Func<string, Task>? TextMessage;

        public event Func<Exception, Task>? Closed;

        public List<string> Addresses { get; } = [];

        public Func<string, bool> Refuse { get; set; } = _ => false;

        public int Sent { get; private set; }

        public Task ReceiveAsync(string text) => TextMessage!(text);

        public Task CloseAsync(Exception fault) => Closed!(fault);

        public Task ConnectAsync(string host)
        {
            Addresses.Add(host);
            return Refuse(host) ? Task.FromException(new IOException("refused")) : Task.CompletedTask;
        }

        public Task SendAsync(byte[] data, int index, int count, bool isText)
        {
            Sent++;
            return Task.CompletedTask;
        }

        public void SetHeader(string key, string value) => Assert.NotNull(BinaryMessage);

        public void SetCancelToken(CancellationToken cancelToken) => Assert.NotNull(BinaryMessage);

        public Task DisconnectAsync(int closeCode = 1000) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
