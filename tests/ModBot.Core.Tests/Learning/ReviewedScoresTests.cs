using ModBot.Core.Cases;
using ModBot.Core.Learning;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Tests.Learning;

public sealed class ReviewedScoresTests
{
    [Fact]
    public void Of_cases_only_scores_and_peoples_first_verdicts_are_left()
    {
        ModerationCase upheld = Case(1) with { Reviews = [Review(ReviewDecision.Upheld, 5), Review(ReviewDecision.Overturned, 6)] };
        ModerationCase overturned = Case(2) with { Spam = 0.7f, Reviews = [Review(ReviewDecision.Overturned, 4)] };
        IReadOnlyList<ReviewedScore> scores = ReviewedScores.Of([upheld, overturned], "spam");
        Assert.Equal([(0.7, false), (0.95, true)], scores.Select(score => (Math.Round(score.Score, 3), score.IsSpam)));
    }

    [Fact]
    public void What_nobody_reviewed_other_rules_and_repeats_of_an_incident_do_not_count()
    {
        ModerationCase open = Case(1);
        ModerationCase byNobody = Case(2) with { Reviews = [Review(ReviewDecision.Upheld, 1, moderator: 0)] };
        ModerationCase other = Case(3) with { Rule = "scam-link", Reviews = [Review(ReviewDecision.Upheld, 1)] };
        ModerationCase repeat = Case(4) with { IncidentNumber = 1, Reviews = [Review(ReviewDecision.Upheld, 1)] };
        ModerationCase unknown = Case(5) with { Spam = float.NaN, Reviews = [Review(ReviewDecision.Upheld, 1)] };
        Assert.Empty(ReviewedScores.Of([open, byNobody, other, repeat, unknown], "spam"));
    }

    private static Review Review(ReviewDecision decision, int minute, ulong moderator = 9) => new(decision, new Snowflake(moderator), "mod", "", DateTimeOffset.UnixEpoch.AddMinutes(minute));

    private static ModerationCase Case(long number) => new()
    {
        Number = number,
        IncidentNumber = number,
        Key = new MessageKey(new Snowflake(1), new Snowflake((ulong)number), "00000000000000aa"),
        ChannelId = new Snowflake(2),
        AuthorId = new Snowflake(3),
        AuthorName = "Ada",
        PostedAt = DateTimeOffset.UnixEpoch,
        OpenedAt = DateTimeOffset.UnixEpoch,
        Disposition = Disposition.Delete,
        Intended = Disposition.Delete,
        Categories = CategorySet.Of(Category.Spam),
        Spam = 0.95f,
        Rule = "spam",
        Evidence = null,
        RuleSetVersion = 1,
        ModelVersion = "m",
    };
}
