using ModBot.Core.Cases;

namespace ModBot.Core.Learning;

/// <summary>Takes what may be learned from out of cases.</summary>
public static class ReviewedScores
{
    /// <summary>
    /// The reviewed scores of a rule's cases, oldest review first. Only decisions of people count; of an incident only its first
    /// case, so that one raid is one piece of evidence; and only cases that the rule itself led.
    /// </summary>
    public static IReadOnlyList<ReviewedScore> Of(IEnumerable<ModerationCase> cases, string rule) =>
    [
        .. cases.Where(one => string.Equals(one.Rule, rule, StringComparison.OrdinalIgnoreCase) && one.IncidentNumber == one.Number)
            .Select(one => (Case: one, Review: one.Reviews is [var first, ..] ? first : null))
            .Where(one => one.Review is { } review && review.ModeratorId != default && float.IsFinite(one.Case.Spam))
            .Select(one => new ReviewedScore(one.Case.Spam, one.Review!.Decision == ReviewDecision.Upheld, one.Review.At))
            .OrderBy(one => one.At),
    ];
}
