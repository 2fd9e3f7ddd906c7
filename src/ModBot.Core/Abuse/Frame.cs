using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>A pattern over tokens that means abuse of one category.</summary>
internal sealed class Frame
{
    public Frame(Category category, int severity, FrameElement[] elements)
    {
        Category = category;
        Severity = severity;
        Elements = elements;
        foreach (FrameElement element in elements)
        {
            if (element.Kind != FrameElementKind.Match || element.Optional || element.OrEdge || element.Atoms.Length != 1)
                continue;
            if (element.Atoms[0].Word != 0)
                RequiredWords |= UInt128.One << (element.Atoms[0].Word & 127);
            else
                RequiredClasses = RequiredClasses.With(element.Atoms[0].All);
        }
    }

    public Category Category { get; }

    /// <summary>1 mild to 3 grave.</summary>
    public int Severity { get; }

    /// <summary>The places, first to last.</summary>
    public FrameElement[] Elements { get; }

    /// <summary>A negation before or inside does not undo it.</summary>
    public bool DespiteNegation { get; init; }

    /// <summary>Being reported speech does not undo it.</summary>
    public bool DespiteReport { get; init; }

    /// <summary>Play does not undo it: talk of games or fiction for threats, signs of friendship for harassment.</summary>
    public bool DespitePlay { get; init; }

    /// <summary>1-based line of the frames file.</summary>
    public int Line { get; init; }

    /// <summary>Counts only where something else supports it: the model, or a second weak sign.</summary>
    public bool Weak { get; init; }

    /// <summary>Everything the message must hold for this frame to be worth trying.</summary>
    public LexicalClassSet RequiredClasses { get; }

    public UInt128 RequiredWords { get; }
}
