using ModBot.Core.Links;

namespace ModBot.Core.Ports;

/// <summary>What is known of where invites lead: a view of answers that were asked for before, so that looking costs nothing.</summary>
public interface IInviteDirectory
{
    /// <summary>Where the invite leads; null where nobody has asked yet.</summary>
    /// <param name="code">The code or vanity name in its own case.</param>
    InviteTarget? Find(ReadOnlySpan<char> code);
}
