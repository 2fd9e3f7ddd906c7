namespace ModBot.Core.Text;

/// <summary>Which reading a term was found in.</summary>
public enum TextReading
{
    Folded,
    Squeezed,
}

/// <summary>A term found in a surface, its edges and spelling checked.</summary>
/// <param name="Term">The term's place in its owner's list.</param>
/// <param name="Surface">The surface's place in the message.</param>
/// <param name="Reading">The reading that <paramref name="Start"/> and <paramref name="Length"/> count in.</param>
/// <param name="Start">First character.</param>
/// <param name="Length">Characters.</param>
/// <param name="SourceStart">First UTF-16 unit in the original.</param>
/// <param name="SourceEnd">The unit behind the last.</param>
/// <param name="Allowed">The term is one that keeps others from hitting.</param>
public readonly record struct TermMatch(
    int Term, int Surface, TextReading Reading, int Start, int Length, int SourceStart, int SourceEnd, bool Allowed);
