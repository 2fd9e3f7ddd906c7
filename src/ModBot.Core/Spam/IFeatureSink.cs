namespace ModBot.Core.Spam;

/// <summary>Takes the features of one text. Implemented by structs, so that extraction is compiled once for each use.</summary>
internal interface IFeatureSink
{
    /// <summary>Takes one feature; the same feature may come more than once.</summary>
    /// <param name="hash">32 well-mixed bits.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="start">Where it begins in the reading it was taken from; for structure the first property.</param>
    /// <param name="length">Its characters there; for structure the second property, 0 for none.</param>
    void Add(uint hash, FeatureKind kind, int start, int length);

    /// <summary>All features of a block have been added: first words, then letters, then structure.</summary>
    void EndBlock();
}
