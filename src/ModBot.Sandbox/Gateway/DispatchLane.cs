using ModBot.Sandbox.Faults;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Gateway;

/// <summary>Hands dispatches to sessions, doubled or swapped where the fault menu asks for it. Used under the world's gate.</summary>
internal sealed class DispatchLane(WorldState world)
{
    /// <summary>How long a held dispatch waits for one to be swapped with.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMilliseconds(250);

    private readonly List<(GatewaySession Session, string Name, byte[] Data)> _held = [];
    private int _sent;

    public DispatchFaults Faults { get; } = new();

    public void Send(GatewaySession session, string name, byte[] data)
    {
        _sent++;
        if (Faults.ReorderEvery > 0 && _sent % Faults.ReorderEvery == 0)
        {
            _held.Add((session, name, data));
            _ = ReleaseLaterAsync();
            return;
        }

        session.Dispatch(name, data);
        if (Faults.DuplicateEvery > 0 && _sent % Faults.DuplicateEvery == 0)
            session.Dispatch(name, data);
        Release();
    }

    private void Release()
    {
        foreach ((GatewaySession session, string name, byte[] data) in _held)
            session.Dispatch(name, data);
        _held.Clear();
    }

    private async Task ReleaseLaterAsync()
    {
        await Task.Delay(Hold, world.Time);
        lock (world.Gate)
            Release();
    }
}
