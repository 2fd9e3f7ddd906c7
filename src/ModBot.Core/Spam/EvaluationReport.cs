namespace ModBot.Core.Spam;

/// <summary>How well probabilities fit labels. Shares are 0..1; accuracy, precision, recall and F1 are for <see cref="Threshold"/>.</summary>
public sealed record EvaluationReport
{
    /// <summary>The probability from which a text counts as spam in the four plain measures.</summary>
    public const double Threshold = 0.5;

    public required int Count { get; init; }

    /// <summary>How many examples are spam.</summary>
    public required int SpamCount { get; init; }

    public required double Accuracy { get; init; }

    public required double Precision { get; init; }

    public required double Recall { get; init; }

    /// <summary>Harmonic mean of precision and recall; 0 when nothing is found.</summary>
    public required double F1 { get; init; }

    /// <summary>The chance that a spam scores above a ham, ties counting half; 0.5 when a label is missing.</summary>
    public required double RocAuc { get; init; }

    /// <summary>Recall at the lowest threshold that calls at most 1 % of the ham spam.</summary>
    public required double RecallAt1PercentFalsePositives { get; init; }

    /// <summary>Recall at the lowest threshold that calls at most 0.1 % of the ham spam.</summary>
    public required double RecallAt01PercentFalsePositives { get; init; }

    /// <summary>Mean squared difference of probability and label.</summary>
    public required double Brier { get; init; }

    /// <summary>Thresholds from 0.05 to 0.95 in steps of 0.05, then 0.97, 0.98, 0.99 and 0.995.</summary>
    public required IReadOnlyList<ThresholdRow> Thresholds { get; init; }

    /// <summary>Ten bins of equal width.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Each example's score and label, in the order of the examples.</summary>
    public required IReadOnlyList<ScoredLabel> Answers { get; init; }

    /// <summary>
    /// Expected calibration error: by how much probability and share of spam differ on average over <see cref="Reliability"/>,
    /// each bin weighted by its examples. 0 is perfect.
    /// </summary>
    public double CalibrationError => Count == 0 ? 0 : Reliability.Sum(bin => bin.Count * Math.Abs(bin.MeanProbability - bin.SpamShare)) / Count;

    /// <summary>The ROC and precision-recall curves: a point for each score that was given, the highest first. Empty when a label is missing.</summary>
    public IReadOnlyList<RankingPoint> Curve() => RankingMetrics.Curve(Answers);
}
