namespace ModBot.Core.Abuse;

/// <summary>What one place of a frame asks for.</summary>
internal enum FrameElementKind
{
    /// <summary>One token or phrase that fits one of the alternatives.</summary>
    Match,

    /// <summary>None of the alternatives comes next; takes nothing.</summary>
    NotAhead,

    /// <summary>Up to a number of tokens, whatever they are; may cross commas.</summary>
    Gap,

    /// <summary>A clause begins or ends here; takes nothing.</summary>
    ClauseEdge,

    /// <summary>A sentence begins or ends here.</summary>
    SentenceEdge,

    /// <summary>The message begins or ends here.</summary>
    MessageEdge,
}

/// <summary>One alternative: a word, or everything in <paramref name="All"/> and nothing in <paramref name="None"/>.</summary>
/// <param name="Word">The word's number; 0 where classes decide.</param>
internal readonly record struct FrameAtom(int Word, LexicalClassSet All, LexicalClassSet None)
{
    public bool Fits(int word, LexicalClassSet classes) =>
        Word != 0 ? word == Word : classes.Covers(All) && !classes.Meets(None);
}

/// <summary>One place of a frame.</summary>
/// <param name="Width">For gaps the most tokens they take.</param>
/// <param name="OrEdge">A clause's edge does as well as one of the alternatives.</param>
internal sealed record FrameElement(FrameElementKind Kind, FrameAtom[] Atoms, bool Optional = false, int Width = 0, bool OrEdge = false)
{
    /// <summary>The place's number among those of all frames. Set once, by the <see cref="FrameSet"/>.</summary>
    public int Index { get; set; }

    public bool Fits(int word, LexicalClassSet classes)
    {
        foreach (FrameAtom atom in Atoms)
        {
            if (atom.Fits(word, classes))
                return true;
        }

        return false;
    }
}
