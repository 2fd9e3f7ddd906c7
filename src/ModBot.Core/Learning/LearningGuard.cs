namespace ModBot.Core.Learning;

/// <summary>
/// What must hold before anything is learned, and when it is taken back: only labels that people gave, enough of them, both kinds,
/// and nothing that does worse on labels held out. What is learned stays under watch.
/// </summary>
public static class LearningGuard
{
    /// <summary>Fewer labels say too little.</summary>
    public const int MinimumLabels = 30;

    /// <summary>At least so many of spam and of ham.</summary>
    public const int MinimumOfEach = 5;

    /// <summary>The rarer label makes at least this share.</summary>
    public const double LeastShare = 0.1;

    /// <summary>The newest part of the reviews, held out.</summary>
    public const double HoldoutShare = 0.3;

    /// <summary>A change is judged by the reviews after it once there are so many.</summary>
    public const int ReviewsToJudge = 10;

    /// <summary>A model is taken back when the share of overturned cases grew by more than this.</summary>
    public const double OverturnedGrowth = 0.1;

    /// <summary>Why nothing may be learned from so many labels; null where it may.</summary>
    /// <param name="spam">Labels of spam.</param>
    /// <param name="ham">Labels of ham.</param>
    /// <param name="of">What the labels are, e.g. <c>reviews</c>.</param>
    public static string? Refusal(int spam, int ham, string of)
    {
        int all = spam + ham;
        if (all < MinimumLabels)
            return $"{MinimumLabels} {of} are needed and there are {all}";
        int fewer = Math.Min(spam, ham);
        int least = Math.Max(MinimumOfEach, (int)Math.Ceiling(LeastShare * all));
        return fewer < least ? $"of {all} {of} at least {least} must be of each kind, and {fewer} are {(spam < ham ? "spam" : "ham")}" : null;
    }

    /// <summary>Parts reviews by time: what is fitted to, and the newest, which are held out.</summary>
    public static (IReadOnlyList<ReviewedScore> Fitted, IReadOnlyList<ReviewedScore> HeldOut) Split(IReadOnlyList<ReviewedScore> reviews)
    {
        ReviewedScore[] ordered = [.. reviews.OrderBy(review => review.At)];
        int fitted = ordered.Length - (int)(ordered.Length * HoldoutShare);
        return (ordered[..fitted], ordered[fitted..]);
    }

    /// <summary>True where the reviews since a change show that what was before it would have cost less.</summary>
    public static bool MustRollBack(SpamThresholds before, SpamThresholds after, IReadOnlyCollection<ReviewedScore> since) =>
        since.Count >= ReviewsToJudge && after.CostOf(since) > before.CostOf(since);

    /// <summary>True where moderators overturn clearly more of the spam cases since a guild's model was adopted than before.</summary>
    public static bool MustRollBack(IReadOnlyCollection<ReviewedScore> before, IReadOnlyCollection<ReviewedScore> since) =>
        since.Count >= ReviewsToJudge && OverturnedOf(since) > OverturnedOf(before) + OverturnedGrowth;

    private static double OverturnedOf(IReadOnlyCollection<ReviewedScore> reviews) =>
        reviews.Count == 0 ? 0 : (double)reviews.Count(review => !review.IsSpam) / reviews.Count;
}
