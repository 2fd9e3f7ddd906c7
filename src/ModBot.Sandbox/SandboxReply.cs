namespace ModBot.Sandbox;

/// <summary>The bot's answer to an interaction.</summary>
/// <param name="Kind">How it answered.</param>
/// <param name="Message">The message, where the answer is or changes one.</param>
/// <param name="Modal">The form, for <see cref="SandboxReplyKind.Modal"/>.</param>
/// <param name="Choices">The suggestions, for <see cref="SandboxReplyKind.Choices"/>.</param>
public sealed record SandboxReply(SandboxReplyKind Kind, SandboxMessage? Message, SandboxModal? Modal, IReadOnlyList<SandboxChoice> Choices)
{
    internal static readonly SandboxReply NoAnswer = new(SandboxReplyKind.None, null, null, []);
}
