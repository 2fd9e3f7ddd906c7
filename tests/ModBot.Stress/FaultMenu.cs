using ModBot.Sandbox;

namespace ModBot.Stress;

/// <summary>Strikes the sandbox with faults, one kind after the other in random order.</summary>
internal sealed class FaultMenu(SandboxFaults faults, Random random)
{
    private readonly (string Name, Action<SandboxFaults> Strike)[] menu =
    [
        ("drop the socket", faults => faults.DropSockets()),
        ("close 4000", faults => faults.CloseSockets(4000)),
        ("close 4009", faults => faults.CloseSockets(4009)),
        ("reconnect asked for", faults => faults.RequestReconnect()),
        ("session invalid, resumable", faults => faults.InvalidateSessions(resumable: true)),
        ("session invalid", faults => faults.InvalidateSessions(resumable: false)),
        ("drop and refuse a resume", faults =>
        {
            faults.RefuseResumes(1);
            faults.DropSockets();
        }),
        ("drop and refuse a handshake", faults =>
        {
            faults.RefuseHandshakes(1);
            faults.DropSockets();
        }),
        ("HTTP 500 three times", faults => faults.FailRequests(3)),
        ("HTTP 502 twice", faults => faults.FailRequests(2, 502)),
        ("429 twice", faults => faults.RateLimitRequests(2, TimeSpan.FromMilliseconds(400))),
        ("429 shared", faults => faults.RateLimitRequests(1, TimeSpan.FromMilliseconds(400), "shared")),
        ("malformed frame", faults => faults.SendMalformed()),
        ("unknown payloads", faults => faults.SendUnknown()),
        ("every third dispatch twice", faults => faults.DuplicateEvery = 3),
        ("dispatches out of order", faults => faults.ReorderEvery = 4),
        ("REST slow", faults => faults.RestDelay = TimeSpan.FromMilliseconds(150)),
        ("gateway slow", faults => faults.GatewayDelay = TimeSpan.FromMilliseconds(150)),
        ("no heartbeat answers", faults => faults.StopAcks = true),
    ];

    /// <summary>How often each fault struck.</summary>
    public Dictionary<string, int> Struck { get; } = new(StringComparer.Ordinal);

    /// <summary>Ends lasting faults and strikes with another.</summary>
    public void Strike()
    {
        faults.Clear();
        (string name, Action<SandboxFaults> strike) = menu[random.Next(menu.Length)];
        strike(faults);
        Struck[name] = Struck.GetValueOrDefault(name) + 1;
    }
}
