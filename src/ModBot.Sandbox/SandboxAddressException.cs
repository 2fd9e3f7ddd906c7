namespace ModBot.Sandbox;

/// <summary>The sandbox cannot listen where it was asked to; the message says why in one line.</summary>
public sealed class SandboxAddressException(string message, Exception? cause = null) : Exception(message, cause);
