using ModBot.Sandbox.Faults;
using ModBot.Sandbox.Gateway;

namespace ModBot.Sandbox;

/// <summary>
/// The fault menu: what can be made to go wrong, for tests and for people. Thread-safe; everything is off at the start.
/// Nothing here loses a dispatch for good: what a client missed, a resume replays.
/// </summary>
public sealed class SandboxFaults
{
    private readonly GatewayHub _hub;
    private long _restDelayTicks;
    private long _gatewayDelayTicks;

    internal SandboxFaults(GatewayHub hub, DispatchFaults dispatches)
    {
        _hub = hub;
        Dispatches = dispatches;
    }

    internal FaultCounter Errors { get; } = new();

    internal int ErrorStatus { get; private set; } = 500;

    internal FaultCounter RateLimits { get; } = new();

    internal RateLimitFault RateLimit { get; private set; } = new(TimeSpan.FromSeconds(1), "user");

    internal FaultCounter RefusedResumes { get; } = new();

    internal FaultCounter RefusedResumeHandshakes { get; } = new();

    internal FaultCounter RefusedHandshakes { get; } = new();

    internal DispatchFaults Dispatches { get; }

    /// <summary>True: heartbeats are not acknowledged.</summary>
    public bool StopAcks { get; set; }

    /// <summary>Waited before every REST answer. Zero: none. At most a minute.</summary>
    public TimeSpan RestDelay
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _restDelayTicks));
        set => Volatile.Write(ref _restDelayTicks, Bounded(value).Ticks);
    }

    /// <summary>Waited before every gateway frame. Zero: none. At most a minute.</summary>
    public TimeSpan GatewayDelay
    {
        get => TimeSpan.FromTicks(Volatile.Read(ref _gatewayDelayTicks));
        set => Volatile.Write(ref _gatewayDelayTicks, Bounded(value).Ticks);
    }

    /// <summary>Every n-th dispatch is sent twice; 0 = none.</summary>
    public int DuplicateEvery { get => Dispatches.DuplicateEvery; set => Dispatches.DuplicateEvery = Math.Max(0, value); }

    /// <summary>Every n-th dispatch is sent after the one that follows it (or a quarter of a second later); 0 = none.</summary>
    public int ReorderEvery { get => Dispatches.ReorderEvery; set => Dispatches.ReorderEvery = Math.Max(0, value); }

    /// <summary>The next REST calls fail with this status (500..599). 502 and up come with an HTML body, as a proxy's.</summary>
    public void FailRequests(int times, int status = 500)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 500);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        ErrorStatus = status;
        Errors.Set(times);
    }

    /// <summary>The next REST calls get a 429.</summary>
    /// <param name="times">How many.</param>
    /// <param name="retryAfter">What they are told to wait.</param>
    /// <param name="scope"><c>user</c>, <c>global</c> or <c>shared</c>.</param>
    public void RateLimitRequests(int times, TimeSpan retryAfter, string scope = "user")
    {
        if (scope is not ("user" or "global" or "shared"))
            throw new ArgumentOutOfRangeException(nameof(scope), scope, "user, global or shared");
        RateLimit = new RateLimitFault(retryAfter, scope);
        RateLimits.Set(times);
    }

    /// <summary>The next resumes are answered with Invalid Session (not resumable).</summary>
    public void RefuseResumes(int times) => RefusedResumes.Set(times);

    /// <summary>The next WebSocket handshakes at the resume address fail with 503.</summary>
    public void RefuseResumeHandshakes(int times) => RefusedResumeHandshakes.Set(times);

    /// <summary>The next WebSocket handshakes fail with 503, wherever they go.</summary>
    public void RefuseHandshakes(int times) => RefusedHandshakes.Set(times);

    /// <summary>Cuts every gateway connection without a close frame; the sessions stay resumable.</summary>
    public void DropSockets() => _hub.Drop();

    /// <summary>Closes every gateway connection with a code.</summary>
    /// <param name="code">1000..4999, such as 4000 or 4004.</param>
    /// <param name="reason">At most 100 characters.</param>
    public void CloseSockets(int code, string reason = "fault menu")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(code, 1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(code, 4999);
        _hub.Close(code, reason.Length > 100 ? reason[..100] : reason);
    }

    /// <summary>Asks every client to reconnect (op 7) and closes a few seconds later.</summary>
    public void RequestReconnect() => _hub.RequestReconnect();

    /// <summary>Tells every client that its session is invalid (op 9); not resumable ones are forgotten.</summary>
    public void InvalidateSessions(bool resumable) => _hub.Invalidate(resumable);

    /// <summary>Sends a frame that is not JSON.</summary>
    public void SendMalformed() => _hub.SendRaw("{\"op\":0,\"t\":\"MESSAGE_CREATE\",\"d\":{\"id\":"u8.ToArray());

    /// <summary>Sends an opcode and an event that no documentation knows, and a message with unknown component and channel types.</summary>
    public void SendUnknown() => _hub.SendUnknown();

    /// <summary>Switches everything off.</summary>
    public void Clear()
    {
        Errors.Set(0);
        RateLimits.Set(0);
        RefusedResumes.Set(0);
        RefusedResumeHandshakes.Set(0);
        RefusedHandshakes.Set(0);
        StopAcks = false;
        RestDelay = GatewayDelay = TimeSpan.Zero;
        DuplicateEvery = ReorderEvery = 0;
    }

    private static TimeSpan Bounded(TimeSpan delay) =>
        delay < TimeSpan.Zero ? TimeSpan.Zero : delay > TimeSpan.FromMinutes(1) ? TimeSpan.FromMinutes(1) : delay;
}
