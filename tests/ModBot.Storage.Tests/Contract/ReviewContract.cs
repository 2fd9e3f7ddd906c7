using ModBot.Core.Cases;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Reviews are added; the first one decides.</summary>
public abstract class ReviewContract(StoreFactory factory) : StoreContract(factory)
{
    [StoreFact]
    public async Task The_first_review_decides_and_later_ones_are_kept()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        Review first = Sample.Review(ReviewDecision.Overturned, 1);
        Review second = Sample.Review(ReviewDecision.Upheld, 2);
        Assert.True((await Log.AddReviewAsync(Sample.Guild, 1, first, default))!.Decided);
        await ReopenAsync();
        RecordedReview? later = await Log.AddReviewAsync(Sample.Guild, 1, second, default);
        Assert.False(later!.Decided);
        Assert.Equal([first, second], later.Case.Reviews);
    }

    [StoreFact]
    public async Task Of_many_presses_at_once_exactly_one_decides()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await using OpenStore other = Factory.Create();
        RecordedReview?[] recorded = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() =>
            (i % 2 == 0 ? Log : other.Log).AddReviewAsync(Sample.Guild, 1, Sample.Review(i % 3 == 0 ? ReviewDecision.Upheld : ReviewDecision.Overturned, (ulong)i), default))));
        RecordedReview deciding = Assert.Single(recorded, review => review!.Decided)!;
        ModerationCase read = (await Log.GetCaseAsync(Sample.Guild, 1, default))!;
        Assert.Equal(60, read.Reviews.Count);
        Assert.Equal(deciding.Case.Reviews[0], read.Reviews[0]);
    }

    [StoreFact]
    public async Task Each_case_has_its_own_decision()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Deleted(2), default);
        Assert.True((await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Upheld), default))!.Decided);
        Assert.True((await Log.AddReviewAsync(Sample.Guild, 2, Sample.Review(ReviewDecision.Upheld), default))!.Decided);
    }

    [StoreFact]
    public async Task A_review_of_no_case_is_null()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        Assert.Null(await Log.AddReviewAsync(Sample.Guild, 2, Sample.Review(ReviewDecision.Upheld), default));
        Assert.Null(await Log.AddReviewAsync(Sample.OtherGuild, 1, Sample.Review(ReviewDecision.Upheld), default));
    }
}
