using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModBot.Discord.Parsing;

namespace ModBot.Discord.Gateway;

/// <summary>
/// One connection from greeting to end: heartbeats, identify or resume, dispatches. Used once.
/// </summary>
internal sealed class GatewayConnection(
    DiscordOptions options, ShardId shard, ShardSession session, IdentifyGate gate, IShardEvents events, Random random, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>A server that greets but never starts the session is given up after this.</summary>
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromMinutes(2);

    /// <summary>A resume brings missed events, or the word that there are none, at once; a server that says nothing has forgotten the session.</summary>
    private static readonly TimeSpan ResumeTimeout = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly GatewaySocket _socket = new(time);
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _lock = new();
    private readonly List<Task> _tasks = [];
    private Task _answering = Task.CompletedTask;
    private ConnectionEnd? _end;
    private bool _isGreeted;
    private volatile bool _isAnswered = true;
    private volatile bool _hasDispatched;

    /// <summary>The session began or was resumed on this connection.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Runs until the connection is over; throws nothing.</summary>
    public async Task<ConnectionEnd> RunAsync(Uri address, CancellationToken stopping)
    {
        using (var timeout = new CancellationTokenSource(options.ConnectTimeout, time))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping))
        {
            try
            {
                await _socket.ConnectAsync(address, either.Token);
            }
            catch (OperationCanceledException)
            {
                return stopping.IsCancellationRequested ? new ConnectionEnd(EndReason.Stopped) : new ConnectionEnd(EndReason.HandshakeFailed, Detail: "no answer in time");
            }
            catch (Exception exception) when (exception is WebSocketException or HttpRequestException or IOException or InvalidOperationException)
            {
                return new ConnectionEnd(EndReason.HandshakeFailed, Detail: (exception.InnerException ?? exception).Message);
            }
        }

        Begin(WatchGreetingAsync());
        await using (stopping.UnsafeRegister(static state => ((GatewayConnection)state!).Begin(((GatewayConnection)state).SayFarewellAsync()), this))
            await ReceiveAsync();
        await _over.CancelAsync();
        await Task.WhenAll(Tasks());
        return _end ?? new ConnectionEnd(EndReason.Dropped);
    }

    public async ValueTask DisposeAsync()
    {
        await _socket.DisposeAsync();
        _over.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (await _socket.ReceiveAsync(_over.Token))
            {
                if (!await HandleAsync(_socket.Message))
                    return;
            }

            End(new ConnectionEnd(_isGreeted ? EndReason.Closed : EndReason.HandshakeFailed, _socket.CloseCode, CloseCodes.Describe(_socket.CloseCode)));
            await _socket.CloseAsync(CloseCodes.NormalClosure);
        }
        catch (OperationCanceledException)
        {
            End(new ConnectionEnd(EndReason.Dropped));
        }
        catch (Exception exception) when (exception is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            End(new ConnectionEnd(_isGreeted ? EndReason.Dropped : EndReason.HandshakeFailed, Detail: exception.Message));
        }
        catch (InvalidDataException exception)
        {
            End(new ConnectionEnd(EndReason.Dropped, Detail: exception.Message));
        }
    }

    /// <summary>Handles one message; false where the connection is over.</summary>
    private async ValueTask<bool> HandleAsync(ReadOnlyMemory<byte> message)
    {
        (int op, Greeting greeting) = Read(message.Span);
        switch (op)
        {
            case Opcode.Hello when !_isGreeted:
                _isGreeted = true;
                Begin(BeatAsync(greeting.Interval));
                Begin(StartSessionAsync());
                return true;
            case Opcode.HeartbeatAck:
                _isAnswered = true;
                return true;
            case Opcode.Heartbeat:
                if (_answering.IsCompleted)
                    Begin(_answering = SendAsync(GatewayPayloads.Heartbeat(session.Sequence), isHeartbeat: true));
                return true;
            case Opcode.Reconnect:
                return await LeaveAsync(new ConnectionEnd(EndReason.ReconnectAsked));
            case Opcode.InvalidSession:
                return await LeaveAsync(new ConnectionEnd(greeting.IsResumable ? EndReason.SessionInvalidResumable : EndReason.SessionInvalid));
            default:
                return true;
        }
    }

    /// <summary>Reads one frame and hands a dispatch on. Whatever stands in it, the loop goes on.</summary>
    private (int Op, Greeting Greeting) Read(ReadOnlySpan<byte> json)
    {
        var frame = default(GatewayFrame);
        try
        {
            frame = GatewayFrame.Read(json);
            switch (frame.Op)
            {
                case Opcode.Dispatch:
                    Dispatch(ref frame);
                    return (Opcode.Dispatch, default);
                case Opcode.Hello:
                    return (Opcode.Hello, ReadHello(ref frame));
                case Opcode.InvalidSession:
                    return (Opcode.InvalidSession, new Greeting(default, frame.HasData && frame.Data.ReadFlag()));
                default:
                    return (frame.Op, default);
            }
        }
        catch (Exception exception)
        {
            // One bad frame must not cost the session.
            GatewayLog.Malformed(logger, shard.Number, Encoding.UTF8.GetString(frame.Event), exception);
            return (-1, default);
        }
    }

    private void Dispatch(ref GatewayFrame frame)
    {
        _hasDispatched = true;
        if (frame.Sequence is { } sequence)
            session.Note(sequence);
        if (frame.Event.SequenceEqual("READY"u8))
        {
            ParsedReady ready = frame.HasData ? ReadyParser.Read(ref frame.Data) : new ParsedReady();
            session.Begin(ready.SessionId, GatewayUrl.Build(ready.ResumeUrl) is { } resume && GatewayUrl.IsSafe(resume) ? resume : null);
            IsReady = true;
            events.Ready(ready);
        }
        else if (frame.Event.SequenceEqual("RESUMED"u8))
        {
            IsReady = true;
            events.Resumed();
        }
        else if (frame.HasData)
        {
            events.Dispatch(ref frame);
        }

        if (frame.Sequence is { } given)
            session.NoteGiven(given);
    }

    private static Greeting ReadHello(ref GatewayFrame frame)
    {
        long interval = 0;
        if (frame.HasData && frame.Data.EntersObject())
        {
            while (frame.Data.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("heartbeat_interval"u8))
                    interval = frame.Data.ReadInteger();
                else
                    frame.Data.Skip();
            }
        }

        return new Greeting(interval is > 0 and <= 600_000 ? TimeSpan.FromMilliseconds(interval) : TimeSpan.FromSeconds(41.25), IsResumable: false);
    }

    private async Task BeatAsync(TimeSpan interval)
    {
        await Task.Delay(interval * random.NextDouble(), time, _over.Token);
        while (true)
        {
            if (!_isAnswered)
            {
                await LeaveAsync(new ConnectionEnd(EndReason.Zombie));
                return;
            }

            _isAnswered = false;
            await SendAsync(GatewayPayloads.Heartbeat(session.Sequence), isHeartbeat: true);
            await Task.Delay(interval, time, _over.Token);
        }
    }

    private async Task StartSessionAsync()
    {
        if (session is { CanResume: true, Id: { } id, Sequence: { } sequence })
        {
            await SendAsync(GatewayPayloads.Resume(options.BareToken, id, sequence), isHeartbeat: false);
            await Task.Delay(ResumeTimeout, time, _over.Token);
            if (!_hasDispatched)
            {
                await LeaveAsync(new ConnectionEnd(EndReason.SessionInvalid));
                return;
            }
        }
        else
        {
            session.Forget();
            await gate.EnterAsync(shard.Number, _over.Token);
            await SendAsync(GatewayPayloads.Identify(options, shard.Number, shard.Total), isHeartbeat: false);
        }

        await Task.Delay(ReadyTimeout, time, _over.Token);
        if (!IsReady)
            await LeaveAsync(new ConnectionEnd(EndReason.SessionInvalid));
    }

    private async Task WatchGreetingAsync()
    {
        await Task.Delay(options.ConnectTimeout, time, _over.Token);
        if (!_isGreeted)
            await LeaveAsync(new ConnectionEnd(EndReason.HandshakeFailed, Detail: "no greeting in time"));
    }

    private async Task SayFarewellAsync()
    {
        End(new ConnectionEnd(EndReason.Stopped));
        // 1000 ends the session; where another process may take it up, it stays.
        await _socket.CloseAsync(session.IsKept ? CloseCodes.Returning : CloseCodes.NormalClosure);
        await Task.Delay(Farewell, time, _over.Token);
        await _over.CancelAsync();
    }

    private async ValueTask<bool> LeaveAsync(ConnectionEnd end)
    {
        End(end);
        await _socket.CloseAsync(CloseCodes.Returning);
        await _over.CancelAsync();
        return false;
    }

    private async Task SendAsync(byte[] payload, bool isHeartbeat) => await _socket.SendAsync(payload, isHeartbeat, _over.Token);

    /// <summary>The first reason counts.</summary>
    private void End(ConnectionEnd end)
    {
        lock (_lock)
            _end ??= end;
    }

    /// <summary>Keeps hold of a task of this connection; what breaks in it ends the connection.</summary>
    private void Begin(Task task)
    {
        lock (_lock)
        {
            _tasks.RemoveAll(static done => done.IsCompleted);
            _tasks.Add(GuardAsync(task));
        }
    }

    private Task[] Tasks()
    {
        lock (_lock)
            return [.. _tasks];
    }

    private async Task GuardAsync(Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // The connection is over, as every task of it then is.
        }
        catch (Exception exception)
        {
            End(new ConnectionEnd(EndReason.Dropped, Detail: exception.Message));
            await _over.CancelAsync();
        }
    }

    private readonly record struct Greeting(TimeSpan Interval, bool IsResumable);
}
