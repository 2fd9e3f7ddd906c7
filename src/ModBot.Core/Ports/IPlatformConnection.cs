using ModBot.Core.Platform;

namespace ModBot.Core.Ports;

/// <summary>The live connection that brings events.</summary>
public interface IPlatformConnection
{
    /// <summary>
    /// Connects and hands events to the handler until cancelled, reconnecting for as long as that can help. Events of one guild
    /// are handed over one at a time and in order; guilds run side by side. A slow handler never stalls the connection.
    /// </summary>
    /// <exception cref="PlatformFatalException">Going on cannot help: bad token, disallowed intents, unreachable at start. The message is one line for the operator.</exception>
    Task RunAsync(IPlatformEventHandler handler, CancellationToken cancellationToken);
}
