namespace ModBot.Core.Abuse;

/// <summary>One word of a message as the frames see it.</summary>
internal struct AbuseToken
{
    /// <summary>Position and length in the squeezed reading.</summary>
    public int Start;
    public int Length;

    /// <summary>The lexicon's number of the word; 0 where it knows none.</summary>
    public int Word;

    public LexicalClassSet Classes;

    /// <summary>The word stands here with just the classes that the lexicon gives it, so that the <see cref="ElementIndex"/> may answer for it.</summary>
    public bool Plain;

    /// <summary>Counted up at every stop (. ! ? ; : line break): nothing is read across one.</summary>
    public int Sentence;

    /// <summary>Counted up at every stop, comma, bracket or dash.</summary>
    public int Clause;

    /// <summary>1-based number of the pair of double quotes around it, or of the block quote; 0 outside.</summary>
    public int Quote;

    public bool Capital;
    public bool InBlockQuote;

    /// <summary>Part of a web address: what it names is not said by the author.</summary>
    public bool InAddress;

    public readonly int End => Start + Length;
}
