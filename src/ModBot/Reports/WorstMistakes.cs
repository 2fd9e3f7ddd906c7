using ModBot.Core.Spam;

namespace ModBot.Reports;

/// <summary>The examples that a model errs about most.</summary>
internal static class WorstMistakes
{
    private const int Most = 20;

    /// <summary>Longest text shown, in text elements.</summary>
    private const int LongestText = 160;

    /// <summary>Ham with the highest scores, the highest first.</summary>
    public static IReadOnlyList<ScoredText> Ham(IReadOnlyList<LabelledText> examples, IReadOnlyList<ScoredLabel> answers) =>
        Take(examples, answers, spam: false, answer => -answer.Score);

    /// <summary>Spam with the lowest scores, the lowest first.</summary>
    public static IReadOnlyList<ScoredText> Spam(IReadOnlyList<LabelledText> examples, IReadOnlyList<ScoredLabel> answers) =>
        Take(examples, answers, spam: true, answer => answer.Score);

    /// <summary>Cuts a text without splitting what is drawn as one character.</summary>
    public static string Shorten(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        var elements = new System.Globalization.StringInfo(line);
        return elements.LengthInTextElements <= LongestText ? line : $"{elements.SubstringByTextElements(0, LongestText)} …";
    }

    private static ScoredText[] Take(IReadOnlyList<LabelledText> examples, IReadOnlyList<ScoredLabel> answers, bool spam, Func<ScoredLabel, float> order) =>
    [
        .. examples.Zip(answers)
            .Where(pair => pair.Second.IsSpam == spam)
            .OrderBy(pair => order(pair.Second))
            .ThenBy(pair => pair.First.Text, StringComparer.Ordinal)
            .Take(Most)
            .Select(pair => new ScoredText(pair.Second.Score, pair.First.Family, Shorten(pair.First.Text))),
    ];
}
