using ModBot.Core.Verdicts;

namespace ModBot.CommandLine;

/// <summary>A line of the verdict table.</summary>
internal sealed record VerdictRow(int Index, string Author, Disposition Disposition, string Why, float Spam)
{
    public static VerdictRow Of(int index, string author, Verdict verdict) => new(index, author, verdict.Disposition, WhyOf(verdict), verdict.Spam);

    private static string WhyOf(Verdict verdict)
    {
        if (verdict.Leading is not { } leading)
            return "";
        string more = verdict.Hits.Count > 1 ? $" (+{verdict.Hits.Count - 1})" : "";
        return $"{leading.Rule}: {leading.Reason}{more}";
    }
}
