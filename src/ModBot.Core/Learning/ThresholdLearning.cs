namespace ModBot.Core.Learning;

/// <summary>Calibrates a guild's spam thresholds from scores and reviews alone. Pure and deterministic.</summary>
public static class ThresholdLearning
{
    /// <summary>What the shipped thresholds stand for: a message is flagged from this probability of spam on, and deleted from the other.</summary>
    public static readonly SpamThresholds Meant = new(0.6, 0.9);

    /// <summary>How far one calibration goes, in log-odds: further where it acts on less than where it acts on more, of which no review tells yet.</summary>
    private const double MostStricter = 2;
    private const double MostLooser = 0.5;

    private const double LeastFlag = 0.3;
    private const double LeastDelete = 0.7;
    private const double Most = 0.995;

    /// <summary>Smaller changes are not worth a version of the rules.</summary>
    private const double WorthIt = 0.005;

    /// <summary>Better thresholds for a guild, or why there are none.</summary>
    /// <param name="current">The guild's thresholds now.</param>
    /// <param name="reviews">All that may be learned from, in any order.</param>
    public static ThresholdProposal Propose(SpamThresholds current, IReadOnlyList<ReviewedScore> reviews)
    {
        int spam = reviews.Count(review => review.IsSpam);
        if (LearningGuard.Refusal(spam, reviews.Count - spam, "reviewed spam cases") is { } refusal)
            return new ThresholdProposal(null, $"Nothing is learned yet: {refusal}.");
        (IReadOnlyList<ReviewedScore> fitted, IReadOnlyList<ReviewedScore> heldOut) = LearningGuard.Split(reviews);
        ScoreCalibration trial = ScoreCalibration.Fit(fitted);
        SpamThresholds tried = Towards(current, trial);
        bool worse = tried.CostOf(heldOut) > current.CostOf(heldOut) || trial.LossOn(heldOut) > ScoreCalibration.Identity.LossOn(heldOut);
        SpamThresholds better = Towards(current, ScoreCalibration.Fit(reviews));
        if (worse || better.CostOf(reviews) > current.CostOf(reviews))
            return new ThresholdProposal(null, $"The thresholds stay: others would do worse on the newest {heldOut.Count} reviews, which were held out.");
        if (Math.Abs(better.Flag - current.Flag) < WorthIt && Math.Abs(better.Delete - current.Delete) < WorthIt)
            return new ThresholdProposal(null, $"The thresholds fit the {reviews.Count} reviewed spam cases as they are.");
        return new ThresholdProposal(better, $"Fitted to {reviews.Count} reviewed spam cases, {reviews.Count - spam} of them overturned.");
    }

    private static SpamThresholds Towards(SpamThresholds current, ScoreCalibration calibration)
    {
        double flag = Math.Clamp(Step(current.Flag, calibration.ScoreOf(Meant.Flag)), LeastFlag, Most);
        double delete = Math.Clamp(Step(current.Delete, calibration.ScoreOf(Meant.Delete)), LeastDelete, Most);
        return new SpamThresholds(Math.Round(Math.Min(flag, delete), 3), Math.Round(delete, 3));
    }

    private static double Step(double from, double to)
    {
        double start = ScoreCalibration.LogOdds(from);
        return ScoreCalibration.Sigmoid(Math.Clamp(ScoreCalibration.LogOdds(to), start - MostLooser, start + MostStricter));
    }
}
