using ModBot.CommandLine;
using ModBot.Core.Spam;

namespace ModBot.Reports;

/// <summary>The plots of an evaluation.</summary>
internal static class EvaluationCharts
{
    private const int HistogramBins = 20;

    /// <summary>A curve of more points is thinned: a line needs no more than a few hundred.</summary>
    private const int MostPoints = 400;

    /// <summary>The smallest false-positive rate drawn; fewer are drawn at the edge.</summary>
    private const double LeastRate = 0.0001;

    /// <summary>The plots that the outcome has something for.</summary>
    public static IEnumerable<SvgChart> Of(EvaluationOutcome outcome)
    {
        IReadOnlyList<RankingPoint> curve = outcome.Report.Curve();
        if (curve.Count > 0)
        {
            yield return new SvgChart("Recall at a share of false positives", ChartAxis.Powers("false positives, share of the ham", LeastRate, 1, "0.## %"), ChartAxis.Share("spam found"))
                .Line(1, "recall", Thin(curve).Select(point => (point.FalsePositiveRate, point.Recall)));
            yield return new SvgChart("Precision and recall", ChartAxis.Share("spam found"), ChartAxis.Share("precision"))
                .Line(1, "precision", Thin(curve).Select(point => (point.Recall, point.Precision)));
        }

        yield return Reliability(outcome.Report);
        yield return Histogram(outcome.Report);
        if (outcome.Curve.Count > 0)
            yield return Learning(outcome.Curve);
    }

    private static SvgChart Reliability(EvaluationReport report)
    {
        ReliabilityBin[] bins = [.. report.Reliability.Where(bin => bin.Count > 0)];
        SvgChart chart = new SvgChart("Are the probabilities true?", ChartAxis.Share("mean probability"), ChartAxis.Share("share of spam"))
            .Diagonal()
            .Line(1, "dots: larger with more examples", bins.Select(bin => (bin.MeanProbability, bin.SpamShare)));
        foreach (ReliabilityBin bin in bins)
            chart.Dot(1, bin.MeanProbability, bin.SpamShare, 2 + (1.5 * Math.Log10(bin.Count)));
        return chart;
    }

    private static SvgChart Histogram(EvaluationReport report)
    {
        int[] ham = Count(report.Answers, spam: false);
        int[] spam = Count(report.Answers, spam: true);
        double most = Math.Pow(10, Math.Ceiling(Math.Log10(Math.Max(10, Math.Max(ham.Max(), spam.Max())))));

        // From 0.5 up, so that a bar of one example is seen on the logarithmic axis.
        ChartAxis examples = ChartAxis.Powers("examples", 1, most, "#,0") with { From = 0.5 };
        return new SvgChart("Where the scores lie", ChartAxis.Share("probability of spam"), examples)
            .Bars(2, "ham", Enumerable.Range(0, HistogramBins).Select(bin => ((double)bin / HistogramBins, (bin + 0.5) / HistogramBins, (double)ham[bin])))
            .Bars(1, "spam", Enumerable.Range(0, HistogramBins).Select(bin => ((bin + 0.5) / HistogramBins, (bin + 1.0) / HistogramBins, (double)spam[bin])));
    }

    private static SvgChart Learning(IReadOnlyList<LearningPoint> curve)
    {
        double from = Math.Pow(10, Math.Floor(Math.Log10(curve[0].Examples)));
        double to = Math.Pow(10, Math.Ceiling(Math.Log10(curve[^1].Examples + 1)));
        return new SvgChart("What more examples bring", ChartAxis.Powers("trained on", from, to, "#,0"), ChartAxis.Share("on a fifth kept apart"))
            .Line(1, "F1", curve.Select(point => ((double)point.Examples, point.Report.F1)), dots: true)
            .Line(2, "ROC-AUC", curve.Select(point => ((double)point.Examples, point.Report.RocAuc)), dots: true)
            .Line(3, "recall at 1 % FPR", curve.Select(point => ((double)point.Examples, point.Report.RecallAt1PercentFalsePositives)), dots: true);
    }

    private static IEnumerable<RankingPoint> Thin(IReadOnlyList<RankingPoint> curve)
    {
        double lastRecall = -1, lastRate = -1;
        for (int i = 0; i < curve.Count; i++)
        {
            bool moved = Math.Abs(curve[i].Recall - lastRecall) > 1.0 / MostPoints || curve[i].FalsePositiveRate > lastRate * 1.05;
            if (!moved && i + 1 < curve.Count)
                continue;
            lastRecall = curve[i].Recall;
            lastRate = curve[i].FalsePositiveRate;
            yield return curve[i];
        }
    }

    private static int[] Count(IReadOnlyList<ScoredLabel> answers, bool spam)
    {
        var bins = new int[HistogramBins];
        foreach (ScoredLabel answer in answers)
        {
            if (answer.IsSpam == spam)
                bins[Math.Clamp((int)(answer.Score * HistogramBins), 0, HistogramBins - 1)]++;
        }

        return bins;
    }
}
