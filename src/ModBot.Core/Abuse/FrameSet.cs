namespace ModBot.Core.Abuse;

/// <summary>All frames, with the index that finds those worth trying on a text. Immutable.</summary>
internal sealed class FrameSet
{
    private readonly Frame[] all;

    /// <param name="frames">The frames.</param>
    /// <param name="classes">Each word's classes, by the word's number.</param>
    public FrameSet(IReadOnlyList<Frame> frames, IReadOnlyList<LexicalClassSet> classes)
    {
        all = [.. frames];
        FrameElement[] elements = [.. all.SelectMany(frame => frame.Elements)];
        for (int i = 0; i < elements.Length; i++)
            elements[i].Index = i;
        Index = new ElementIndex(elements, classes);
        int[] commonness = Index.Commonness(elements.Length);
        foreach (Frame frame in all)
        {
            frame.Required = [.. frame.Elements
                .Where(element => element is { Kind: FrameElementKind.Match, Optional: false, OrEdge: false })
                .Select(element => element.Index)
                .OrderBy(index => commonness[index])];
        }
    }

    public ReadOnlySpan<Frame> All => all;

    public ElementIndex Index { get; }
}
