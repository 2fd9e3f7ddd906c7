using ModBot.Core.Verdicts;

namespace ModBot.Core.Spam;

/// <summary>Calibrated probabilities, 0..1, one for each thing the model can say. A model that does not know one says 0.</summary>
public readonly record struct ModelScores
{
    public float Spam { get; init; }

    public float Hate { get; init; }

    public float Slur { get; init; }

    public float Threat { get; init; }

    public float Harassment { get; init; }

    public float Sexual { get; init; }

    public float SelfHarm { get; init; }

    /// <summary>The probability of one category; 0 for categories that no model scores.</summary>
    public float this[Category category] => category switch
    {
        Category.Spam => Spam,
        Category.Hate => Hate,
        Category.Slur => Slur,
        Category.Threat => Threat,
        Category.Harassment => Harassment,
        Category.Sexual => Sexual,
        Category.SelfHarm => SelfHarm,
        _ => 0,
    };
}
