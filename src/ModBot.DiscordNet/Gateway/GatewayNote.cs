using ModBot.Core.Platform;
using ModBot.Discord.Parsing;

namespace ModBot.DiscordNet.Gateway;

/// <summary>What one frame was, as far as the tap cares.</summary>
/// <param name="Message">A new or edited message.</param>
/// <param name="Ready">A new session.</param>
/// <param name="IsResumed">The session goes on after a lost connection.</param>
internal readonly record struct GatewayNote(MessageFacts? Message, ReadyFacts? Ready, bool IsResumed)
{
    /// <summary>What moderators or AutoMod did, which Discord.Net tells in parts only.</summary>
    public PlatformEvent? Moderation { get; init; }

    /// <summary>A member changed.</summary>
    public MemberFacts? Member { get; init; }

    /// <summary>A thread was opened, changed or deleted.</summary>
    public ThreadFacts? Thread { get; init; }
}

/// <summary>A changed member as the frame has them.</summary>
internal sealed record MemberFacts(ulong Guild, AuthorFields Fields);

/// <summary>A thread's dispatch.</summary>
/// <param name="Dispatch">Its name, UTF-8.</param>
/// <param name="Channel">What it says.</param>
internal sealed record ThreadFacts(byte[] Dispatch, ParsedChannel Channel);
