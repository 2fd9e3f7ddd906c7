using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>
/// The one place where the rules' signals and the model's probabilities meet. Rules decide plainly; the model speaks alone only when it
/// is nearly sure, and lifts weak signals when it leans their way. A model that knows no abuse says 0 and changes nothing.
/// </summary>
internal static class AbuseDecision
{
    /// <summary>From this probability the model lifts a weak signal to a finding.</summary>
    public const float Support = 0.35f;

    /// <summary>So many weak signals of one category in different places support each other.</summary>
    public const int WeakTogether = 2;

    // Chosen by 5-fold cross-validation on the corpus: where the findings that the model adds are right more often than wrong.
    private static readonly (Category Category, float Probability)[] Alone =
    [
        (Category.Hate, 0.95f), (Category.Threat, 0.90f), (Category.Harassment, 0.80f), (Category.Sexual, 0.75f), (Category.SelfHarm, 0.90f),
    ];

    /// <summary>
    /// The categories that the model may find alone, with the least probability it takes. Slurs are not among them: a deletion needs
    /// something plain.
    /// </summary>
    public static ReadOnlySpan<(Category Category, float Probability)> ByModelAlone => Alone;

    /// <summary>True where a signal makes a finding.</summary>
    public static bool Counts(AbuseSignal signal, ReadOnlySpan<AbuseSignal> all, ModelScores scores)
    {
        if (!signal.Weak || scores[signal.Category] >= Support)
            return true;
        int together = 1;
        foreach (AbuseSignal other in all)
        {
            bool apart = other.End <= signal.Start || other.Start >= signal.End;
            together += other.Category == signal.Category && apart ? 1 : 0;
        }

        return together >= WeakTogether;
    }
}
