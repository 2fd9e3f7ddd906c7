using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>The links in the previews that Discord adds.</summary>
internal static class PreviewLinks
{
    /// <summary>True where embeds are previews of a member's own links: they name hosts that the member did not choose (image servers).</summary>
    public static bool AreNotTheAuthors(Inspection inspection)
    {
        if (inspection.Surfaces.Count == 0 || (inspection.IsMessage && (inspection.Message.Author.IsBot || inspection.Message.Author.IsWebhook)))
            return false;
        SurfaceView first = inspection.Surfaces[0];
        return first.Kind == SurfaceKind.Content && first.Links.Count > 0;
    }
}
