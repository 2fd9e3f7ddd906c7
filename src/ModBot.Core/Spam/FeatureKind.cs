namespace ModBot.Core.Spam;

/// <summary>What a feature of the built-in model is made of.</summary>
internal enum FeatureKind
{
    /// <summary>A word, number shape or symbol of the folded reading.</summary>
    Word,

    /// <summary>Two neighbouring words.</summary>
    WordPair,

    /// <summary>A word as the author wrote it, lower-cased only.</summary>
    RawWord,

    /// <summary>3 or 4 neighbouring characters of the folded reading.</summary>
    Letters,

    /// <summary>A property of the whole text, one of <see cref="StructureFeature"/>.</summary>
    Structure,

    /// <summary>Two properties that hold together.</summary>
    StructurePair,
}
