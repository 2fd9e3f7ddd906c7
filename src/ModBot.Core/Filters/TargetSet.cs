using System.Collections.Immutable;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Which of a message's texts a filter looks at. Texts of what is no message are always looked at.</summary>
public readonly struct TargetSet
{
    private readonly uint left;

    /// <param name="targets">None named means all.</param>
    public TargetSet(ImmutableArray<TextTarget> targets)
    {
        if (targets.IsDefaultOrEmpty)
            return;
        foreach (SurfaceKind kind in Enum.GetValues<SurfaceKind>())
        {
            if (TargetOf(kind) is { } target && !targets.Contains(target))
                left |= 1u << (int)kind;
        }
    }

    public bool Covers(SurfaceKind kind) => (left & (1u << (int)kind)) == 0;

    private static TextTarget? TargetOf(SurfaceKind kind) => kind switch
    {
        SurfaceKind.Content => TextTarget.Content,
        SurfaceKind.Embed or SurfaceKind.EmbedUrl => TextTarget.Embeds,
        SurfaceKind.AttachmentName or SurfaceKind.AttachmentDescription => TextTarget.Attachments,
        SurfaceKind.Forward or SurfaceKind.ForwardEmbed or SurfaceKind.ForwardAttachment => TextTarget.Forwards,
        SurfaceKind.Sticker => TextTarget.Stickers,
        SurfaceKind.PollQuestion or SurfaceKind.PollAnswer => TextTarget.Polls,
        SurfaceKind.ThreadName => TextTarget.Threads,
        SurfaceKind.Component => TextTarget.Components,
        _ => null,
    };
}
