namespace ModBot.Core.Spam;

/// <summary>Measures computed from probabilities and labels.</summary>
internal static class RankingMetrics
{
    private static readonly double[] TableThresholds =
        [.. Enumerable.Range(1, 19).Select(step => step / 20.0), 0.97, 0.98, 0.99, 0.995];

    public static EvaluationReport Report(IReadOnlyList<ScoredLabel> answers)
    {
        ThresholdRow plain = At(answers, EvaluationReport.Threshold);
        int spam = answers.Count(answer => answer.IsSpam);
        int right = plain.TruePositives + (answers.Count - spam) - plain.FalsePositives;
        return new EvaluationReport
        {
            Count = answers.Count,
            SpamCount = spam,
            Accuracy = Share(right, answers.Count),
            Precision = plain.Precision,
            Recall = plain.Recall,
            F1 = Share(2 * plain.TruePositives, plain.TruePositives + plain.FalsePositives + spam),
            RocAuc = RocAuc(answers),
            RecallAt1PercentFalsePositives = RecallAt(answers, 0.01),
            RecallAt01PercentFalsePositives = RecallAt(answers, 0.001),
            Brier = answers.Count == 0 ? 0 : answers.Average(answer => Math.Pow(answer.Score - (answer.IsSpam ? 1 : 0), 2)),
            Thresholds = [.. TableThresholds.Select(threshold => At(answers, threshold))],
            Reliability = [.. Enumerable.Range(0, 10).Select(bin => Bin(answers, bin))],
            Answers = answers,
        };
    }

    /// <summary>A point for each distinct score, the highest first.</summary>
    public static IReadOnlyList<RankingPoint> Curve(IReadOnlyList<ScoredLabel> answers)
    {
        int spam = answers.Count(answer => answer.IsSpam);
        int ham = answers.Count - spam;
        if (spam == 0 || ham == 0)
            return [];
        int found = 0, caught = 0;
        var points = new List<RankingPoint>();
        foreach (IGrouping<float, ScoredLabel> tied in answers.GroupBy(answer => answer.Score).OrderByDescending(group => group.Key))
        {
            int tiedSpam = tied.Count(answer => answer.IsSpam);
            found += tiedSpam;
            caught += tied.Count() - tiedSpam;
            points.Add(new RankingPoint(tied.Key, Share(caught, ham), Share(found, spam), Share(found, found + caught)));
        }

        return points;
    }

    /// <summary>The chance that a spam scores above a ham, ties counting half; 0.5 when a label is missing.</summary>
    public static double RocAuc(IReadOnlyList<ScoredLabel> answers)
    {
        double spam = answers.Count(answer => answer.IsSpam);
        double ham = answers.Count - spam;
        if (spam == 0 || ham == 0)
            return 0.5;
        double won = 0;
        double hamBelow = 0;
        foreach (IGrouping<float, ScoredLabel> tied in answers.GroupBy(answer => answer.Score).OrderBy(group => group.Key))
        {
            double tiedSpam = tied.Count(answer => answer.IsSpam);
            double tiedHam = tied.Count() - tiedSpam;
            won += tiedSpam * (hamBelow + (tiedHam / 2));
            hamBelow += tiedHam;
        }

        return won / (spam * ham);
    }

    /// <summary>Recall at the lowest threshold with at most that share of the ham at or above it.</summary>
    public static double RecallAt(IReadOnlyList<ScoredLabel> answers, double falsePositiveRate)
    {
        int spam = answers.Count(answer => answer.IsSpam);
        int allowed = (int)Math.Floor((falsePositiveRate * (answers.Count - spam)) + 1e-9);
        int found = 0, caught = 0;
        double recall = 0;
        foreach (IGrouping<float, ScoredLabel> tied in answers.GroupBy(answer => answer.Score).OrderByDescending(group => group.Key))
        {
            int tiedSpam = tied.Count(answer => answer.IsSpam);
            found += tiedSpam;
            caught += tied.Count() - tiedSpam;
            if (caught > allowed)
                break;
            recall = Share(found, spam);
        }

        return recall;
    }

    private static ThresholdRow At(IReadOnlyList<ScoredLabel> answers, double threshold)
    {
        int spam = answers.Count(answer => answer.IsSpam);
        int found = answers.Count(answer => answer.IsSpam && answer.Score >= (float)threshold);
        int caught = answers.Count(answer => !answer.IsSpam && answer.Score >= (float)threshold);
        return new ThresholdRow(threshold, found, caught, found + caught == 0 ? 1 : Share(found, found + caught), Share(found, spam), Share(caught, answers.Count - spam));
    }

    private static ReliabilityBin Bin(IReadOnlyList<ScoredLabel> answers, int bin)
    {
        ScoredLabel[] members = [.. answers.Where(answer => Math.Clamp((int)(answer.Score * 10), 0, 9) == bin)];
        return new ReliabilityBin(
            bin / 10.0,
            (bin + 1) / 10.0,
            members.Length,
            members.Length == 0 ? 0 : members.Average(answer => answer.Score),
            Share(members.Count(answer => answer.IsSpam), members.Length));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
