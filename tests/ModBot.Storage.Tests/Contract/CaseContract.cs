using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Cases are listed, paged and tied into incidents.</summary>
public abstract class CaseContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly CaseQuery All = new() { GuildId = Sample.Guild };

    [StoreFact]
    public async Task Paging_gives_every_case_once_newest_first()
    {
        await Task.WhenAll(Enumerable.Range(1, 25).Select(i => Log.RecordAsync(Sample.Deleted((ulong)i), default)));
        var numbers = new List<long>();
        for (long? before = null; ;)
        {
            IReadOnlyList<ModerationCase> page = await Log.ListCasesAsync(All with { Before = before, Limit = 10 }, default);
            if (page.Count == 0)
                break;
            numbers.AddRange(page.Select(found => found.Number));
            before = numbers[^1];
        }

        Assert.Equal(Enumerable.Range(1, 25).Select(number => (long)number).Reverse(), numbers);
    }

    [StoreFact]
    public async Task A_listed_case_is_the_case_itself()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Flagged(2), default);
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Overturned), default);
        foreach (ModerationCase listed in await Log.ListCasesAsync(All, default))
            Assert.Equivalent(await Log.GetCaseAsync(Sample.Guild, listed.Number, default), listed, strict: true);
    }

    [StoreFact]
    public async Task Filters_of_a_query_narrow_it_together()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Flagged(2), default);
        await Log.RecordAsync(Sample.Flagged(3, rule: "hate"), default);
        await Log.RecordAsync(Sample.Flagged(4, author: new Snowflake(8), rule: "hate"), default);
        await Log.RecordAsync(Sample.Flagged(5, Sample.OtherGuild, rule: "hate"), default);
        Assert.Equal([4L, 3, 2], await NumbersAsync(All with { Disposition = Disposition.Flag }));
        Assert.Equal([4L, 3], await NumbersAsync(All with { Rule = "hate" }));
        Assert.Equal([3L, 2, 1], await NumbersAsync(All with { AuthorId = Sample.Author }));
        Assert.Equal([3L], await NumbersAsync(All with { AuthorId = Sample.Author, Rule = "hate", Disposition = Disposition.Flag, Before = 4 }));
        Assert.Empty(await NumbersAsync(All with { Rule = "hat" }));
    }

    [StoreFact]
    public async Task Private_cases_are_listed_only_when_asked_for()
    {
        await Log.RecordAsync(Sample.Flagged(1, rule: "self-harm") with { Private = true }, default);
        await Log.RecordAsync(Sample.Flagged(2), default);
        Assert.Equal([2L], await NumbersAsync(All));
        Assert.Equal([2L, 1], await NumbersAsync(All with { IncludePrivate = true }));
        Assert.True((await Log.GetCaseAsync(Sample.Guild, 1, default))!.Private);
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(201)]
    public async Task A_page_is_bounded(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Log.ListCasesAsync(All with { Limit = limit }, default));

    [StoreFact]
    public async Task A_case_that_is_not_there_is_null()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        Assert.Null(await Log.GetCaseAsync(Sample.Guild, 2, default));
        Assert.Null(await Log.GetCaseAsync(Sample.OtherGuild, 1, default));
    }

    [StoreTheory]
    [InlineData(0, true)]
    [InlineData(600, true)]
    [InlineData(-600, true)]
    [InlineData(601, false)]
    [InlineData(-601, false)]
    public async Task Cases_of_one_key_share_an_incident_within_ten_minutes(int seconds, bool shared)
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        await Log.RecordAsync(Sample.Deleted(2, incident: "raid"), default);
        RecordedJudgement third = await Log.RecordAsync(Sample.Deleted(3, incident: "raid", at: Sample.Noon.AddSeconds(seconds)), default);
        Assert.Equal(shared ? 2 : 3, third.Case!.IncidentNumber);
    }

    [StoreFact]
    public async Task An_incident_goes_on_as_long_as_its_cases_follow_each_other()
    {
        for (int i = 0; i < 4; i++)
            await Log.RecordAsync(Sample.Deleted((ulong)i, incident: "raid", at: Sample.Noon.AddMinutes(9 * i)), default);
        await Log.RecordAsync(Sample.Deleted(9), default);
        Assert.Equal([5L, 1, 1, 1, 1], (await Log.ListCasesAsync(All, default)).Select(found => found.IncidentNumber));
        Assert.Equal(4, await Log.CountIncidentAsync(Sample.Guild, 1, default));
        Assert.Equal(1, await Log.CountIncidentAsync(Sample.Guild, 5, default));
        Assert.Equal(0, await Log.CountIncidentAsync(Sample.Guild, 2, default));
        Assert.Equal(0, await Log.CountIncidentAsync(Sample.OtherGuild, 1, default));
    }

    [StoreFact]
    public async Task Other_keys_other_guilds_and_no_key_are_other_incidents()
    {
        await Log.RecordAsync(Sample.Deleted(1, incident: "raid"), default);
        await Log.RecordAsync(Sample.Deleted(2, incident: "Raid"), default);
        await Log.RecordAsync(Sample.Deleted(3), default);
        await Log.RecordAsync(Sample.Deleted(4), default);
        Assert.All(await Log.ListCasesAsync(All, default), found => Assert.Equal(found.Number, found.IncidentNumber));
        Assert.Equal(1, (await Log.RecordAsync(Sample.Deleted(1, Sample.OtherGuild, incident: "raid"), default)).Case!.IncidentNumber);
    }

    [StoreFact]
    public async Task A_case_remembers_its_card()
    {
        await Log.RecordAsync(Sample.Deleted(1), default);
        Assert.Null((await Log.GetCaseAsync(Sample.Guild, 1, default))!.Card);
        var card = new MessageReference(new Snowflake(ulong.MaxValue), new Snowflake(12));
        await Log.SetCardAsync(Sample.Guild, 1, card, default);
        await ReopenAsync();
        Assert.Equal(card, (await Log.GetCaseAsync(Sample.Guild, 1, default))!.Card);
        await Assert.ThrowsAsync<ArgumentException>(() => Log.SetCardAsync(Sample.Guild, 2, card, default));
    }

    private async Task<IEnumerable<long>> NumbersAsync(CaseQuery query) => (await Log.ListCasesAsync(query, default)).Select(found => found.Number);
}
