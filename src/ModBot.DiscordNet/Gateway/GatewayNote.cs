namespace ModBot.DiscordNet.Gateway;

/// <summary>What one frame was, as far as the tap cares.</summary>
/// <param name="Message">A new or edited message.</param>
/// <param name="Ready">A new session.</param>
/// <param name="IsResumed">The session goes on after a lost connection.</param>
internal readonly record struct GatewayNote(MessageFacts? Message, ReadyFacts? Ready, bool IsResumed);
