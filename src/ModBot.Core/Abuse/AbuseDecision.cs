using ModBot.Core.Spam;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Abuse;

/// <summary>
/// The one place where the rules' signals and the model's probabilities meet. Rules decide plainly; the model speaks alone only when it
/// is nearly sure, and lifts weak signals when it leans their way. A model that knows no abuse says 0 and changes nothing.
/// </summary>
internal static class AbuseDecision
{
    /// <summary>From this probability the model alone makes a finding.</summary>
    public const float Alone = 0.90f;

    /// <summary>From this probability the model lifts a weak signal to a finding.</summary>
    public const float Support = 0.35f;

    /// <summary>So many weak signals of one category support each other.</summary>
    public const int WeakTogether = 2;

    private static readonly Category[] Modelled =
        [Category.Hate, Category.Threat, Category.Harassment, Category.Sexual, Category.SelfHarm];

    /// <summary>The categories that the model may find alone. Slurs are not among them: a deletion needs something plain.</summary>
    public static ReadOnlySpan<Category> ByModelAlone => Modelled;

    /// <summary>True where a signal makes a finding.</summary>
    public static bool Counts(AbuseSignal signal, ReadOnlySpan<AbuseSignal> all, ModelScores scores)
    {
        if (!signal.Weak || scores[signal.Category] >= Support)
            return true;
        int together = 0;
        foreach (AbuseSignal other in all)
            together += other.Category == signal.Category ? 1 : 0;
        return together >= WeakTogether;
    }
}
