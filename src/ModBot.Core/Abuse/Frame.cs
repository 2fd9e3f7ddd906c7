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

    /// <summary>The places that must each be filled by some word of the message, the rarest first. Set once, by the <see cref="FrameSet"/>.</summary>
    public int[] Required { get; set; } = [];
}
