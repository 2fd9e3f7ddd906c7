using ModBot.Core.Platform;

namespace ModBot.DiscordNet.Gateway;

/// <summary>Hears what passes through a socket beside Discord.Net.</summary>
internal interface IGatewayTap
{
    /// <summary>Facts wait here for Discord.Net's event about the same message.</summary>
    FactStore Facts { get; }

    /// <summary>A frame is about to be given to Discord.Net, whose state is still that of before.</summary>
    void Arriving(GatewayNote note);

    /// <summary>Discord.Net is done with a frame; what it made of it has been told.</summary>
    void Handled(GatewayNote note);

    /// <summary>Trying again cannot help.</summary>
    void Fail(PlatformFatalException fault);

    /// <summary>An address did not take the connection.</summary>
    void HandshakeFailed(Uri address, Exception fault);
}
