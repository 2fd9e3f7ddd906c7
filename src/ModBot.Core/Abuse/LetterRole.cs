namespace ModBot.Core.Abuse;

/// <summary>What one character does in a word that may be disguised.</summary>
internal enum LetterRole : byte
{
    /// <summary>Stands between the letters.</summary>
    Gap,

    /// <summary>Is the letter.</summary>
    Letter,

    /// <summary>Says the letter before once more.</summary>
    Repeat,

    /// <summary>A letter drawn like the one meant: v for u, l for i, q for g.</summary>
    Alike,

    /// <summary>A digit written for the letter.</summary>
    Digit,

    /// <summary>A sign written for the letter.</summary>
    Sign,

    /// <summary>Hides a vowel.</summary>
    VowelMask,

    /// <summary>Hides any letter.</summary>
    Mask,

    /// <summary>A further character of one drawn with several: <c>|-|</c>.</summary>
    Stroke,
}
