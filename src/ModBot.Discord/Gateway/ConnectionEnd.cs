namespace ModBot.Discord.Gateway;

/// <summary>Why a connection is over.</summary>
internal enum EndReason
{
    /// <summary>It could not be opened, or no greeting came.</summary>
    HandshakeFailed,

    /// <summary>The socket broke, or what came was no stream any more.</summary>
    Dropped,

    /// <summary>The server closed it.</summary>
    Closed,

    /// <summary>The server asked to come back (op 7).</summary>
    ReconnectAsked,

    /// <summary>The session may be resumed on a new connection (op 9, true).</summary>
    SessionInvalidResumable,

    /// <summary>The session is gone (op 9, false).</summary>
    SessionInvalid,

    /// <summary>Heartbeats were not answered.</summary>
    Zombie,

    /// <summary>We were told to stop.</summary>
    Stopped,
}

/// <summary>How a connection ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="CloseCode">The server's close code; null for none.</param>
/// <param name="Detail">What a broken handshake said.</param>
internal sealed record ConnectionEnd(EndReason Reason, int? CloseCode = null, string Detail = "");
