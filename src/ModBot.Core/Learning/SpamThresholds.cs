namespace ModBot.Core.Learning;

/// <summary>From which probabilities the spam rule flags and deletes.</summary>
/// <param name="Flag">0..1; not above <paramref name="Delete"/>.</param>
/// <param name="Delete">0..1.</param>
public sealed record SpamThresholds(double Flag, double Delete)
{
    /// <summary>Ham that was deleted weighs as much as so many that were only flagged.</summary>
    private const double DeletedHam = 5;

    /// <summary>Spam that waited for a moderator.</summary>
    private const double FlaggedSpam = 0.5;

    /// <summary>What the thresholds would have cost on reviewed scores, in flagged ham: lower is better, 0 is perfect.</summary>
    public double CostOf(IEnumerable<ReviewedScore> reviews) => reviews.Sum(CostOf);

    private double CostOf(ReviewedScore review) => review.IsSpam
        ? review.Score >= Delete ? 0 : review.Score >= Flag ? FlaggedSpam : 1
        : review.Score >= Delete ? DeletedHam : review.Score >= Flag ? 1 : 0;
}
