using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Text;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Filters;

/// <summary>One surface of the message under inspection, in all readings.</summary>
public sealed class SurfaceView
{
    private readonly LinkList links = new();
    private bool hasLinks;

    public SurfaceKind Kind { get; private set; }

    public int Index { get; private set; }

    public TextViews Text { get; } = new();

    /// <summary>The links in the text, looked for when first asked for. File names have none without a scheme.</summary>
    public LinkList Links
    {
        get
        {
            if (!hasLinks)
            {
                LinkScanner.Scan(Text, bare: Kind is not (SurfaceKind.AttachmentName or SurfaceKind.ForwardAttachment), links);
                hasLinks = true;
            }

            return links;
        }
    }

    /// <summary>Evidence for a span of the folded reading.</summary>
    public Evidence FoldedEvidence(int start, int length) => EvidenceIn(Text.Folded, start, length);

    /// <summary>Evidence for a span of the squeezed reading.</summary>
    public Evidence SqueezedEvidence(int start, int length) => EvidenceIn(Text.Squeezed, start, length);

    /// <summary>Evidence for a span of the original.</summary>
    public Evidence OriginalEvidence(int start, int length)
    {
        string span = Text.Original.Substring(start, length);
        return new Evidence(Kind, Index, start, length, span, span);
    }

    /// <summary>Evidence for a property of the whole text.</summary>
    public Evidence WholeEvidence() => new(Kind, Index, 0, 0, "", "");

    internal void Load(MessageSurface surface)
    {
        Kind = surface.Kind;
        Index = surface.Index;
        Text.Load(surface.Text);
        hasLinks = false;
    }

    private Evidence EvidenceIn(FoldedText reading, int start, int length)
    {
        (int from, int size) = reading.SourceSpan(start, length);
        return new Evidence(Kind, Index, from, size, Text.Original.Substring(from, size), reading.Span.Slice(start, length).ToString());
    }
}
