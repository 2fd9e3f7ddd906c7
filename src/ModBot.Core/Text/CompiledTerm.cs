namespace ModBot.Core.Text;

/// <summary>One reading of one term.</summary>
/// <param name="Owner">The number of the filter that it belongs to.</param>
/// <param name="Number">Its place in that filter's list.</param>
/// <param name="Raw">As the moderator wrote it, asterisks at the ends left out.</param>
/// <param name="Folded">In the folded reading.</param>
/// <param name="Squeezed">In the squeezed reading.</param>
/// <param name="OpenStart">It may begin inside a word.</param>
/// <param name="OpenEnd">It may end inside a word.</param>
/// <param name="Evasion">How far its spelling may be bent.</param>
/// <param name="Allowed">It keeps others from hitting.</param>
/// <param name="CaseSensitive">It must be written in just these capitals.</param>
internal sealed record CompiledTerm(
    int Owner, int Number, string Raw, string Folded, string Squeezed, bool OpenStart, bool OpenEnd, Evasion Evasion, bool Allowed, bool CaseSensitive)
{
    public const int MaximumLength = 256;

    public bool EdgesFit(ReadOnlySpan<char> text, int start, int end) =>
        (OpenStart || WordEdges.IsEdge(text, start)) && (OpenEnd || WordEdges.IsEdge(text, end));
}
