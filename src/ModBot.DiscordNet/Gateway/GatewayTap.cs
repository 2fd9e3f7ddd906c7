using ModBot.Core.Platform;

namespace ModBot.DiscordNet.Gateway;

/// <summary>Hands what sockets hear to the run that is under way; between runs nothing listens.</summary>
internal sealed class GatewayTap : IGatewayTap
{
    private const int Waiting = 10_000;

    private IGatewayTap? _listener;

    public FactStore Facts { get; } = new(Waiting);

    public void Listen(IGatewayTap? listener) => Volatile.Write(ref _listener, listener);

    public void Arriving(GatewayNote note) => Volatile.Read(ref _listener)?.Arriving(note);

    public void Handled(GatewayNote note) => Volatile.Read(ref _listener)?.Handled(note);

    public void Fail(PlatformFatalException fault) => Volatile.Read(ref _listener)?.Fail(fault);

    public void HandshakeFailed(Uri address, Exception fault) => Volatile.Read(ref _listener)?.HandshakeFailed(address, fault);
}
