using FsCheck;
using FsCheck.Fluent;
using ModBot.Core.Learning;

namespace ModBot.Core.Tests.Learning;

public sealed class ThresholdLearningTests
{
    private static readonly SpamThresholds Shipped = new(0.6, 0.9);

    [Fact]
    public void A_guild_where_flags_are_mostly_wrong_is_flagged_and_deleted_from_higher_scores_on()
    {
        IReadOnlyList<ReviewedScore> reviews = Reviews(200, 0.6, offset: -2);
        SpamThresholds better = ThresholdLearning.Propose(Shipped, reviews).Thresholds!;
        Assert.True(better.Flag > Shipped.Flag && better.Delete > Shipped.Delete, $"{better}");
        IReadOnlyList<ReviewedScore> later = Reviews(400, 0.6, offset: -2, seed: 99);
        Assert.True(better.CostOf(later) < Shipped.CostOf(later));
    }

    [Fact]
    public void A_guild_where_nearly_everything_flagged_is_spam_is_acted_on_a_little_earlier()
    {
        SpamThresholds better = ThresholdLearning.Propose(Shipped, Reviews(1_500, 0.6, offset: 0.6)).Thresholds!;
        Assert.InRange(better.Flag, 0.4, 0.599);
        Assert.InRange(better.Delete, 0.7, 0.899);
    }

    [Fact]
    public void Thresholds_that_fit_stay()
    {
        ThresholdProposal proposal = ThresholdLearning.Propose(Shipped, Reviews(300, 0.6, offset: 0));
        Assert.True(proposal.Thresholds is null || Math.Abs(proposal.Thresholds.Delete - Shipped.Delete) < 0.03, $"{proposal}");
    }

    [Theory]
    [InlineData(29, 15, "30 reviewed spam cases are needed and there are 29")]
    [InlineData(0, 0, "30 reviewed spam cases are needed and there are 0")]
    [InlineData(60, 3, "at least 6 must be of each kind, and 3 are ham")]
    [InlineData(40, 38, "at least 5 must be of each kind, and 2 are spam")]
    public void Too_few_or_one_sided_reviews_teach_nothing(int count, int overturned, string why)
    {
        ThresholdProposal proposal = ThresholdLearning.Propose(Shipped, [.. Enumerable.Range(0, count).Select(i => Review(0.8, i >= overturned, i))]);
        Assert.Null(proposal.Thresholds);
        Assert.Contains(why, proposal.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_newest_reviews_contradict_is_not_learned()
    {
        ReviewedScore[] turned = [.. Enumerable.Range(0, 70).Select(i => Review(0.62 + (i % 30 * 0.01), i % 8 == 0, i)), .. Enumerable.Range(70, 30).Select(i => Review(0.62 + (i % 30 * 0.01), i % 8 != 0, i))];
        Assert.Null(ThresholdLearning.Propose(Shipped, turned).Thresholds);
    }

    [Fact]
    public void Whatever_the_reviews_the_thresholds_stay_in_bounds_and_cost_no_more()
    {
        var review = from score in Gen.Choose(0, 1000) from spam in Gen.Elements(true, false) from at in Gen.Choose(0, 100_000) select Review(score / 1000.0, spam, at);
        var current = from flag in Gen.Choose(300, 995) from delete in Gen.Choose(Math.Max(flag, 700), 995) select new SpamThresholds(flag / 1000.0, delete / 1000.0);
        Prop.ForAll(review.ListOf(120).ToArbitrary(), current.ToArbitrary(), (reviews, now) =>
        {
            ThresholdProposal proposal = ThresholdLearning.Propose(now, [.. reviews]);
            return proposal.Reason.Length > 0 && (proposal.Thresholds is not { } next
                || (next.Flag is >= 0.3 and <= 0.995 && next.Delete is >= 0.7 and <= 0.995 && next.Flag <= next.Delete && next.CostOf(reviews) <= now.CostOf(reviews)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_calibration_and_its_inverse_meet()
    {
        var calibration = new ScoreCalibration(1.7, -0.8);
        foreach (double probability in (double[])[0.05, 0.5, 0.9, 0.99])
            Assert.Equal(probability, calibration.ProbabilityOf(calibration.ScoreOf(probability)), 6);
        Assert.Equal(0.37, ScoreCalibration.Identity.ProbabilityOf(0.37), 9);
        Assert.Equal(ScoreCalibration.Identity, ScoreCalibration.Fit([]));
    }

    [Theory]
    [InlineData(-2, 1)]
    [InlineData(1, 1.6)]
    public void A_fit_finds_what_the_reviews_were_made_from(double offset, double slope)
    {
        ScoreCalibration fitted = ScoreCalibration.Fit(Reviews(4_000, 0.05, offset, slope: slope));
        Assert.Equal(offset, fitted.Offset, 0.25);
        Assert.Equal(slope, fitted.Slope, 0.25);
    }

    /// <summary>Reviews of scores from a least score up, labelled by a guild whose log-odds are stretched and moved.</summary>
    private static IReadOnlyList<ReviewedScore> Reviews(int count, double least, double offset, int seed = 7, double slope = 1)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                double score = least + (random.NextDouble() * (0.999 - least));
                return Review(score, random.NextDouble() < new ScoreCalibration(slope, offset).ProbabilityOf(score), i);
            }),
        ];
    }

    private static ReviewedScore Review(double score, bool spam, int minute) => new(score, spam, DateTimeOffset.UnixEpoch.AddMinutes(minute));
}
