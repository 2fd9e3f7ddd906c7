using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Spam;

public sealed class RankingMetricsTests
{
    [Theory]
    [InlineData("0.9s 0.8s 0.2h 0.1h", 1)]
    [InlineData("0.9h 0.8h 0.2s 0.1s", 0)]
    [InlineData("0.5s 0.5h", 0.5)]
    [InlineData("0.9s 0.6h 0.5s 0.1h", 0.75)]
    [InlineData("0.9s 0.5s 0.5h 0.1h", 0.875)]
    [InlineData("0.9s", 0.5)]
    public void Area_under_the_curve_counts_pairs(string answers, double expected) =>
        Assert.Equal(expected, RankingMetrics.RocAuc(Parse(answers)), 6);

    [Theory]
    [InlineData(0.1, 0.5)]
    [InlineData(0.25, 1)]
    [InlineData(0.0, 0.5)]
    public void Recall_is_taken_at_the_lowest_threshold_that_keeps_the_rate(double rate, double expected) =>
        Assert.Equal(expected, RankingMetrics.RecallAt(Parse("0.9s 0.8h 0.7s 0.3h 0.2h 0.1h"), rate), 6);

    [Fact]
    public void Tied_ham_is_not_split() =>
        Assert.Equal(0, RankingMetrics.RecallAt(Parse("0.9s 0.9h 0.1h"), 0));

    [Fact]
    public void The_curve_has_a_point_for_each_score_and_ends_with_everything()
    {
        IReadOnlyList<RankingPoint> curve = RankingMetrics.Curve(Parse("0.9s 0.8h 0.8s 0.1h"));
        Assert.Equal([(0.9f, 0, 0.5, 1), (0.8f, 0.5, 1, 2 / 3.0), (0.1f, 1, 1, 0.5)], curve.Select(point => (point.Threshold, point.FalsePositiveRate, point.Recall, point.Precision)));
        Assert.Empty(RankingMetrics.Curve(Parse("0.9s 0.8s")));
    }

    [Theory]
    [InlineData("0.5s 0.5h", 0)]
    [InlineData("0.95s 0.95s 0.05h", 0.05)]
    [InlineData("0.95h 0.05s", 0.95)]
    [InlineData("", 0)]
    public void Calibration_error_is_how_far_probabilities_are_from_shares(string answers, double expected) =>
        Assert.Equal(expected, RankingMetrics.Report(Parse(answers)).CalibrationError, 6);

    [Fact]
    public void Report_counts_at_one_half()
    {
        EvaluationReport report = RankingMetrics.Report(Parse("0.9s 0.5s 0.4s 0.6h 0.2h 0.1h"));
        Assert.Equal((6, 3), (report.Count, report.SpamCount));
        Assert.Equal(4 / 6.0, report.Accuracy, 6);
        Assert.Equal(2 / 3.0, report.Precision, 6);
        Assert.Equal(2 / 3.0, report.Recall, 6);
        Assert.Equal(2 / 3.0, report.F1, 6);
        ThresholdRow row = Assert.Single(report.Thresholds, row => Math.Abs(row.Threshold - 0.9) < 1e-9);
        Assert.Equal((1, 0), (row.TruePositives, row.FalsePositives));
    }

    [Fact]
    public void Reliability_bins_hold_every_example_once()
    {
        EvaluationReport report = RankingMetrics.Report(Parse("1.0s 0.95s 0.9h 0.05h 0.0h"));
        Assert.Equal(5, report.Reliability.Sum(bin => bin.Count));
        Assert.Equal(3, report.Reliability[9].Count);
        Assert.Equal(2 / 3.0, report.Reliability[9].SpamShare, 6);
    }

    [Fact]
    public void Nothing_to_measure_gives_numbers_still()
    {
        EvaluationReport report = RankingMetrics.Report([]);
        Assert.Equal((0, 0.5, 0), (report.Accuracy, report.RocAuc, report.F1));
    }

    private static ScoredLabel[] Parse(string answers) =>
        [.. answers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(answer => new ScoredLabel(float.Parse(answer[..^1]), answer[^1] == 's'))];
}
