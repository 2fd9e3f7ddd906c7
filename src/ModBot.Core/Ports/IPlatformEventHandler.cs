using ModBot.Core.Platform;

namespace ModBot.Core.Ports;

/// <summary>Takes events from a connection.</summary>
public interface IPlatformEventHandler
{
    /// <summary>Handles one event. What it throws is logged by the connection and ends nothing.</summary>
    ValueTask HandleAsync(PlatformEvent platformEvent, CancellationToken cancellationToken);
}
