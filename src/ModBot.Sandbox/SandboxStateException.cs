namespace ModBot.Sandbox;

/// <summary>The sandbox's state file cannot be used; the message says which file and what to do.</summary>
public sealed class SandboxStateException(string message, Exception? cause = null) : Exception(message, cause);
