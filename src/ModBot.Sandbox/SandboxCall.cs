namespace ModBot.Sandbox;

/// <summary>A REST request that was made of the sandbox, and its outcome.</summary>
/// <param name="At">When.</param>
/// <param name="Method">GET, POST, …</param>
/// <param name="Route">The route's template, such as <c>/channels/{channel_id}/messages/{message_id}</c>.</param>
/// <param name="Path">The path below the API's version.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Reason">X-Audit-Log-Reason, decoded.</param>
/// <param name="Code">Discord's error code of a refusal; 0 otherwise.</param>
public sealed record SandboxCall(DateTimeOffset At, string Method, string Route, string Path, int Status, string? Reason, int Code);
