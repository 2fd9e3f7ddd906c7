using ModBot.Core.Spam;

namespace ModBot.CommandLine;

/// <summary>A point of the learning curve as JSON; shares 0..1.</summary>
internal sealed record CurveLine(int Examples, double Accuracy, double F1, double RocAuc, double RecallAt1PercentFpr)
{
    public static CurveLine Of(LearningPoint point) => new(
        point.Examples,
        EvaluationLine.Round(point.Report.Accuracy),
        EvaluationLine.Round(point.Report.F1),
        EvaluationLine.Round(point.Report.RocAuc),
        EvaluationLine.Round(point.Report.RecallAt1PercentFalsePositives));
}
