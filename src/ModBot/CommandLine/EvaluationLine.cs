using ModBot.Core.Spam;

namespace ModBot.CommandLine;

/// <summary>What <c>evaluate --format json</c> prints; shares 0..1.</summary>
internal sealed record EvaluationLine(
    int Examples, int Spam, double Accuracy, double Precision, double Recall, double F1, double RocAuc, double RecallAt1PercentFpr, double RecallAt01PercentFpr)
{
    public static EvaluationLine Of(EvaluationReport report) => new(
        report.Count,
        report.SpamCount,
        Math.Round(report.Accuracy, 6),
        Math.Round(report.Precision, 6),
        Math.Round(report.Recall, 6),
        Math.Round(report.F1, 6),
        Math.Round(report.RocAuc, 6),
        Math.Round(report.RecallAt1PercentFalsePositives, 6),
        Math.Round(report.RecallAt01PercentFalsePositives, 6));
}
