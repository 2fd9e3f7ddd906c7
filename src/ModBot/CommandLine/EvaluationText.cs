using System.Globalization;
using ModBot.Core.Spam;

namespace ModBot.CommandLine;

/// <summary>An outcome of <c>modbot evaluate</c> as plain text.</summary>
internal static class EvaluationText
{
    private const int MostFamilies = 15;

    public static void Write(TextWriter output, EvaluationOutcome outcome)
    {
        EvaluationReport report = outcome.Report;
        output.WriteLine(outcome.Subject);
        output.WriteLine(Invariant($"examples              {report.Count:N0} ({report.SpamCount:N0} spam)"));
        Row("accuracy", report.Accuracy);
        Row("precision", report.Precision);
        Row("recall", report.Recall);
        Row("F1", report.F1);
        Row("ROC-AUC", report.RocAuc);
        Row("recall at 1 % FPR", report.RecallAt1PercentFalsePositives);
        Row("recall at 0.1 % FPR", report.RecallAt01PercentFalsePositives);
        Row("Brier score", report.Brier);
        Row("calibration error", report.CalibrationError);
        WriteThresholds(output, report);
        WriteReliability(output, report);
        if (outcome.Families is { } families)
            WriteFamilies(output, families);
        if (outcome.Curve.Count > 0)
            WriteCurve(output, outcome.Curve);

        void Row(string name, double value) => output.WriteLine(Invariant($"{name,-21} {value:0.0000}"));
    }

    private static void WriteThresholds(TextWriter output, EvaluationReport report)
    {
        output.WriteLine();
        output.WriteLine("threshold   spam found   ham called spam   precision   recall      FPR");
        foreach (ThresholdRow row in report.Thresholds)
            output.WriteLine(Invariant($"{row.Threshold,9:0.000} {row.TruePositives,12:N0} {row.FalsePositives,17:N0} {row.Precision,11:0.0000} {row.Recall,8:0.0000} {row.FalsePositiveRate,8:0.0000}"));
    }

    private static void WriteReliability(TextWriter output, EvaluationReport report)
    {
        output.WriteLine();
        output.WriteLine("probability   examples   mean probability   share of spam");
        foreach (ReliabilityBin bin in report.Reliability.Where(bin => bin.Count > 0))
            output.WriteLine(Invariant($"{bin.From:0.0} to {bin.To:0.0} {bin.Count,13:N0} {bin.MeanProbability,18:0.0000} {bin.SpamShare,15:0.0000}"));
    }

    private static void WriteFamilies(TextWriter output, FamiliesReport families)
    {
        output.WriteLine();
        output.WriteLine(Invariant($"the {Math.Min(MostFamilies, families.Families.Count)} of {families.Families.Count} families that a model knows least of without having seen them"));
        output.WriteLine("family                             spam found     ham called spam");
        foreach (FamilyReport family in families.Families.OrderBy(family => family.RightShare).ThenBy(family => family.Family, StringComparer.Ordinal).Take(MostFamilies))
            output.WriteLine(Invariant($"{family.Family,-32} {family.SpamFound,5:N0} of {family.Spam,-5:N0} {family.HamCaught,6:N0} of {family.Ham,-5:N0}"));
    }

    private static void WriteCurve(TextWriter output, IReadOnlyList<LearningPoint> curve)
    {
        output.WriteLine();
        output.WriteLine("trained on   accuracy       F1   ROC-AUC   recall at 1 % FPR");
        foreach (LearningPoint point in curve)
            output.WriteLine(Invariant($"{point.Examples,10:N0} {point.Report.Accuracy,10:0.0000} {point.Report.F1,8:0.0000} {point.Report.RocAuc,9:0.0000} {point.Report.RecallAt1PercentFalsePositives,19:0.0000}"));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
