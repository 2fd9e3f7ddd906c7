namespace ModBot.Sandbox;

/// <summary>The sandbox refused what a person tried, as Discord would have.</summary>
/// <param name="message">Discord's message, with the form's faults where there are any.</param>
/// <param name="code">Discord's error code, such as 50013 (Missing Permissions).</param>
/// <param name="cause">The refusal itself.</param>
public sealed class SandboxRefusedException(string message, int code, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Discord's error code.</summary>
    public int Code { get; } = code;
}
