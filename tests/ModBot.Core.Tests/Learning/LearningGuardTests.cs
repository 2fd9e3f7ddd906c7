using ModBot.Core.Learning;

namespace ModBot.Core.Tests.Learning;

public sealed class LearningGuardTests
{
    [Fact]
    public void The_newest_part_is_held_out()
    {
        ReviewedScore[] reviews = [.. Enumerable.Range(0, 10).Select(i => Review(0.5, true, 10 - i))];
        (IReadOnlyList<ReviewedScore> fitted, IReadOnlyList<ReviewedScore> heldOut) = LearningGuard.Split(reviews);
        Assert.Equal((7, 3), (fitted.Count, heldOut.Count));
        Assert.True(fitted.Max(review => review.At) < heldOut.Min(review => review.At));
    }

    [Theory]
    [InlineData(9, 0.95, false)]
    [InlineData(10, 0.95, true)]
    [InlineData(10, 0.99, false)]
    public void Looser_thresholds_are_taken_back_when_ham_is_deleted_by_them(int reviews, double score, bool back)
    {
        ReviewedScore[] since = [.. Enumerable.Range(0, reviews).Select(i => Review(score, spam: false, i))];
        Assert.Equal(back, LearningGuard.MustRollBack(before: new(0.6, 0.97), after: new(0.6, 0.9), since));
    }

    [Fact]
    public void Stricter_thresholds_are_taken_back_when_spam_slips_through_them()
    {
        ReviewedScore[] since = [.. Enumerable.Range(0, 12).Select(i => Review(0.92, spam: true, i))];
        Assert.True(LearningGuard.MustRollBack(before: new(0.6, 0.9), after: new(0.8, 0.99), since));
        Assert.False(LearningGuard.MustRollBack(before: new(0.8, 0.99), after: new(0.6, 0.9), since));
    }

    [Theory]
    [InlineData(2, 10, 3, 10, false)]
    [InlineData(2, 10, 4, 10, true)]
    [InlineData(2, 10, 9, 9, false)]
    [InlineData(0, 0, 2, 10, true)]
    public void A_model_is_taken_back_when_clearly_more_is_overturned(int overturnedBefore, int before, int overturnedSince, int since, bool back) =>
        Assert.Equal(back, LearningGuard.MustRollBack(Of(overturnedBefore, before), Of(overturnedSince, since)));

    private static ReviewedScore[] Of(int overturned, int all) => [.. Enumerable.Range(0, all).Select(i => Review(0.9, i >= overturned, i))];

    private static ReviewedScore Review(double score, bool spam, int minute) => new(score, spam, DateTimeOffset.UnixEpoch.AddMinutes(minute));
}
