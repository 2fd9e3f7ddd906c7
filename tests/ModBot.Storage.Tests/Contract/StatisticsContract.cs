using ModBot.Core.Cases;
using ModBot.Core.Ports;
using ModBot.Core.Statistics;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Figures count what was stored, no more and no less.</summary>
public abstract class StatisticsContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly CaseRange March = new(Sample.Guild, Sample.Noon.AddDays(-30), Sample.Noon.AddDays(30));

    private ICaseStatistics Statistics => Store.Get<ICaseStatistics>();

    [StoreFact]
    public async Task Days_count_every_judged_message_of_the_guild()
    {
        await Log.RecordAsync(Sample.Logged(1), default);
        await Log.RecordAsync(Sample.Logged(2), default);
        await Log.RecordAsync(Sample.Deleted(3), default);
        await Log.RecordAsync(Sample.Deleted(4, at: Sample.Noon.AddDays(2)), default);
        await Log.RecordAsync(Sample.Flagged(5, Sample.OtherGuild), default);
        await Log.RecordAsync(Sample.Deleted(6, at: Sample.Noon.AddDays(40)), default);
        var first = DateOnly.FromDateTime(Sample.Noon.UtcDateTime);
        Assert.Equal([new DailyVerdicts(first, 2, 0, 1), new DailyVerdicts(first.AddDays(2), 0, 0, 1)], await Statistics.CountByDayAsync(March, default));
        Assert.Empty(await Statistics.CountByDayAsync(March with { GuildId = new(9) }, default));
    }

    [StoreFact]
    public async Task Rules_are_told_with_what_became_of_their_cases()
    {
        for (ulong i = 1; i <= 5; i++)
            await Log.RecordAsync(Sample.Flagged(i, rule: i == 5 ? "caps" : "spam"), default);
        await ReviewAsync(1, ReviewDecision.Upheld);
        await ReviewAsync(2, ReviewDecision.Overturned);
        await ReviewAsync(2, ReviewDecision.Upheld);
        await ReviewAsync(3, ReviewDecision.Upheld);
        IReadOnlyList<RuleTally> rules = await Statistics.TallyRulesAsync(March, default);
        Assert.Equal([new RuleTally("spam", 4, 2, 1), new RuleTally("caps", 1, 0, 0)], rules);
        Assert.Equal(2.0 / 3, rules[0].Precision!.Value, 6);
        Assert.Null(rules[1].Precision);
        Assert.Empty(await Statistics.TallyRulesAsync(March with { From = Sample.Noon.AddHours(1) }, default));
        Assert.Empty(await Statistics.TallyRulesAsync(March with { To = Sample.Noon }, default));
    }

    [StoreTheory]
    [InlineData(0f, 0)]
    [InlineData(0.049f, 0)]
    [InlineData(0.05f, 1)]
    [InlineData(0.97f, 19)]
    [InlineData(1f, 19)]
    public async Task A_score_falls_into_its_bin(float score, int bin)
    {
        Judgement judgement = Sample.Deleted(1);
        await Log.RecordAsync(judgement with { Verdict = judgement.Verdict with { Spam = score } }, default);
        await Log.RecordAsync(Sample.Deleted(2) with { Verdict = judgement.Verdict with { Spam = float.NaN } }, default);
        IReadOnlyList<long> bins = await Statistics.DistributeScoresAsync(March, 20, default);
        Assert.Equal(20, bins.Count);
        Assert.Equal(1, bins[bin]);
        Assert.Equal(1, bins.Sum());
    }

    [StoreFact]
    public async Task Waiting_is_measured_to_the_deciding_review()
    {
        for (ulong i = 1; i <= 4; i++)
            await Log.RecordAsync(Sample.Flagged(i), default);
        await ReviewAsync(1, ReviewDecision.Upheld, TimeSpan.FromSeconds(30));
        await ReviewAsync(2, ReviewDecision.Upheld, TimeSpan.FromMinutes(10));
        await ReviewAsync(2, ReviewDecision.Upheld, TimeSpan.FromDays(9));
        await ReviewAsync(3, ReviewDecision.Overturned, TimeSpan.FromDays(8));
        ReviewLatency latency = await Statistics.MeasureLatencyAsync(March, default);
        Assert.Equal(3, latency.Reviewed);
        Assert.Equal(TimeSpan.FromMinutes(10), latency.Median);
        Assert.Equal(1, latency.Counts[0]);
        Assert.Equal(1, latency.Counts[^1]);
        Assert.Equal(latency.Bounds.Count + 1, latency.Counts.Count);
        Assert.Null((await Statistics.MeasureLatencyAsync(March with { To = Sample.Noon }, default)).Median);
    }

    [StoreFact]
    public async Task What_waits_is_counted_by_what_became_of_the_message()
    {
        await Log.RecordAsync(Sample.Flagged(1), default);
        await Log.RecordAsync(Sample.Flagged(2), default);
        await Log.RecordAsync(Sample.Deleted(3), default);
        await Log.RecordAsync(Sample.Deleted(4) with { Private = true }, default);
        await ReviewAsync(1, ReviewDecision.Upheld);
        Assert.Equal(new OpenCases(1, 2, 0), await Statistics.CountOpenAsync(Sample.Guild, includePrivate: true, default));
        Assert.Equal(new OpenCases(1, 1, 0), await Statistics.CountOpenAsync(Sample.Guild, includePrivate: false, default));
    }

    private Task ReviewAsync(long number, ReviewDecision decision, TimeSpan after = default) =>
        Log.AddReviewAsync(Sample.Guild, number, Sample.Review(decision) with { At = Sample.Noon + after }, default);
}
