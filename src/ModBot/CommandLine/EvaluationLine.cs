using ModBot.Core.Spam;

namespace ModBot.CommandLine;

/// <summary>What <c>evaluate --format json</c> prints; shares 0..1.</summary>
internal sealed record EvaluationLine(
    int Examples, int Spam, double Accuracy, double Precision, double Recall, double F1, double RocAuc, double RecallAt1PercentFpr, double RecallAt01PercentFpr)
{
    public required double Brier { get; init; }

    public required double CalibrationError { get; init; }

    public required IReadOnlyList<ThresholdRow> Thresholds { get; init; }

    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Each family by a model that never saw it; null where that was not asked for.</summary>
    public IReadOnlyList<FamilyReport>? Families { get; init; }

    /// <summary>The learning curve; null where it was not asked for.</summary>
    public IReadOnlyList<CurveLine>? LearningCurve { get; init; }

    public static EvaluationLine Of(EvaluationOutcome outcome) => Of(outcome.Report) with
    {
        Families = outcome.Families?.Families,
        LearningCurve = outcome.Curve.Count == 0 ? null : [.. outcome.Curve.Select(CurveLine.Of)],
    };

    public static EvaluationLine Of(EvaluationReport report) =>
        new(
            report.Count,
            report.SpamCount,
            Round(report.Accuracy),
            Round(report.Precision),
            Round(report.Recall),
            Round(report.F1),
            Round(report.RocAuc),
            Round(report.RecallAt1PercentFalsePositives),
            Round(report.RecallAt01PercentFalsePositives))
        {
            Brier = Round(report.Brier),
            CalibrationError = Round(report.CalibrationError),
            Thresholds = [.. report.Thresholds.Select(row => row with { Precision = Round(row.Precision), Recall = Round(row.Recall), FalsePositiveRate = Round(row.FalsePositiveRate) })],
            Reliability = [.. report.Reliability.Select(bin => bin with { MeanProbability = Round(bin.MeanProbability), SpamShare = Round(bin.SpamShare) })],
        };

    internal static double Round(double share) => Math.Round(share, 6);
}
