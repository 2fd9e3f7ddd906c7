using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Core.Verdicts;

namespace ModBot.Storage.Tests.Contract;

/// <summary>Cases are found by everything a moderator may remember of them, page by page.</summary>
public abstract class SearchContract(StoreFactory factory) : StoreContract(factory)
{
    private static readonly Snowflake Bob = new(2_200_000_000_000_000_002);

    private ICaseSearch Search => Store.Get<ICaseSearch>();

    [StoreFact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_in_every_order()
    {
        await RecordAsync(Enumerable.Range(1, 25).Select(i => Scored((ulong)i, (i * 7 % 10) / 10f)).ToArray());
        foreach (CaseOrder order in Enum.GetValues<CaseOrder>())
        {
            var query = new CaseSearchQuery { Filter = Everything, Order = order, Limit = 10 };
            CasePage first = await Search.FindAsync(query, default);
            CasePage second = await Search.FindAsync(query with { From = first.Next }, default);
            CasePage third = await Search.FindAsync(query with { From = second.Next }, default);
            Assert.Null(first.Previous);
            Assert.Null(third.Next);
            long[] all = [.. Numbers(first), .. Numbers(second), .. Numbers(third)];
            Assert.Equal(25, all.Distinct().Count());
            IEnumerable<ModerationCase> found = first.Cases.Concat(second.Cases).Concat(third.Cases);
            IEnumerable<ModerationCase> expected = order switch
            {
                CaseOrder.Newest => found.OrderByDescending(item => item.Number),
                CaseOrder.Oldest => found.OrderBy(item => item.Number),
                _ => found.OrderByDescending(item => item.Spam).ThenByDescending(item => item.Number),
            };
            Assert.Equal(expected.Select(item => item.Number), all);

            CasePage back = await Search.FindAsync(query with { From = third.Previous, Backwards = true }, default);
            Assert.Equal(Numbers(second), Numbers(back));
            CasePage start = await Search.FindAsync(query with { From = back.Previous, Backwards = true }, default);
            Assert.Equal(Numbers(first), Numbers(start));
            Assert.Null(start.Previous);
            Assert.NotNull(start.Next);
        }
    }

    [StoreFact]
    public async Task Each_filter_finds_its_cases_and_no_others()
    {
        await RecordAsync(
            Case(1, Disposition.Delete, rule: "spam"),
            Case(2, Disposition.Flag, rule: "spam", author: Bob),
            Case(3, Disposition.Flag, rule: "abuse", at: Sample.Noon.AddHours(3), category: Category.Hate),
            Case(4, Disposition.Delete, rule: "abuse", at: Sample.Noon.AddHours(3), isPrivate: true),
            Case(5, Disposition.Delete, guild: Sample.OtherGuild));
        await Log.AddReviewAsync(Sample.Guild, 2, Sample.Review(ReviewDecision.Overturned, 77), default);
        await Log.AddReviewAsync(Sample.Guild, 3, Sample.Review(ReviewDecision.Upheld, 78), default);

        await FindsAsync(Everything, 4, 3, 2, 1);
        await FindsAsync(Everything with { IncludePrivate = false }, 3, 2, 1);
        await FindsAsync(Everything with { AuthorId = Bob }, 2);
        await FindsAsync(Everything with { Rule = "spam" }, 2, 1);
        await FindsAsync(Everything with { Rule = "spa" });
        await FindsAsync(Everything with { Disposition = Disposition.Flag }, 3, 2);
        await FindsAsync(Everything with { Category = Category.Hate }, 3);
        await FindsAsync(Everything with { Review = ReviewState.Open }, 4, 1);
        await FindsAsync(Everything with { Review = ReviewState.Overturned }, 2);
        await FindsAsync(Everything with { Review = ReviewState.Upheld, Disposition = Disposition.Flag }, 3);
        await FindsAsync(Everything with { ReviewerId = new Snowflake(77) }, 2);
        await FindsAsync(Everything with { From = Sample.Noon.AddHours(3) }, 4, 3);
        await FindsAsync(Everything with { To = Sample.Noon.AddHours(3) }, 2, 1);
        await FindsAsync(Everything with { From = Sample.Noon.AddHours(4) });
        await FindsAsync(Everything with { From = Sample.Noon, To = Sample.Noon });
        await FindsAsync(Everything with { Rule = "abuse", Disposition = Disposition.Delete }, 4);
        await FindsAsync(Everything with { GuildId = Sample.OtherGuild }, 1);
    }

    [StoreFact]
    public async Task Words_are_found_whole_folded_and_all_of_them()
    {
        await RecordAsync(
            Case(1, Disposition.Delete, text: "Frее nitro for everyöne!"),
            Case(2, Disposition.Delete, text: "free parking in town"),
            Case(3, Disposition.Delete, text: "nitrogen, freedom"));
        await FindsAsync(Everything with { Words = "free" }, 2, 1);
        await FindsAsync(Everything with { Words = "FREE nitro" }, 1);
        await FindsAsync(Everything with { Words = "everyone" }, 1);
        await FindsAsync(Everything with { Words = "nitro town" });
        await FindsAsync(Everything with { Words = "... !!" }, 3, 2, 1);
        await FindsAsync(Everything with { Words = "free", Rule = "other" });
    }

    [StoreTheory]
    [InlineData("example.com", 1, 2)]
    [InlineData("A.Example.com", 1)]
    [InlineData("ample.com")]
    [InlineData("evil.co.uk", 3)]
    public async Task A_domain_finds_its_hosts_and_nothing_that_merely_looks_like_it(string domain, params int[] expected)
    {
        await RecordAsync(
            Case(1, Disposition.Delete, text: "see https://a.example.com/x?y"),
            Case(2, Disposition.Delete, text: "hxxps://b[.]example[.]com"),
            Case(3, Disposition.Delete, text: "www.evil.co.uk and notexample.com"));
        await FindsAsync(Everything with { Domain = domain }, [.. expected.Select(number => (long)number).OrderDescending()]);
    }

    [StoreFact]
    public async Task Names_reasons_and_notes_are_found_by_their_words()
    {
        await RecordAsync(Case(1, Disposition.Delete), Case(2, Disposition.Delete, name: "Grace Höpper"), Case(3, Disposition.Delete));
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Upheld, reason: "obvious scampaign"), default);
        Assert.True(await Store.Get<ICaseNotes>().AddAsync(Sample.Guild, 3, new CaseNote(new Snowflake(1), "mod", "told them twice", Sample.Noon), default));
        await FindsAsync(Everything with { Words = "hopper" }, 2);
        await FindsAsync(Everything with { AuthorName = "grace hopper" }, 2);
        await FindsAsync(Everything with { AuthorName = "grace" });
        await FindsAsync(Everything with { Words = "scampaign" }, 1);
        await FindsAsync(Everything with { Words = "twice" }, 3);
    }

    [StoreFact]
    public async Task A_reason_written_after_the_case_was_indexed_is_found_too()
    {
        await RecordAsync(Case(1, Disposition.Delete));
        await FindsAsync(Everything with { Words = "later" });
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Upheld, reason: "later thoughts"), default);
        await FindsAsync(Everything with { Words = "later" }, 1);
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Overturned, reason: "second opinion"), default);
        await FindsAsync(Everything with { Words = "second later" }, 1);
        await FindsAsync(Everything with { Review = ReviewState.Upheld }, 1);
    }

    [StoreFact]
    public async Task Words_go_with_the_evidence_and_what_else_it_is_found_by_stays()
    {
        await RecordAsync(Case(1, Disposition.Delete, text: "cheap watches at https://watches.example"));
        await Log.AddReviewAsync(Sample.Guild, 1, Sample.Review(ReviewDecision.Upheld, reason: "cheap trick"), default);
        await FindsAsync(Everything with { Words = "watches" }, 1);
        Factory.Time.Advance(TimeSpan.FromDays(31));
        await Log.PruneAsync(Sample.Noon, Factory.Time.GetUtcNow(), default);
        await FindsAsync(Everything with { Words = "watches" });
        await FindsAsync(Everything with { Words = "cheap" }, 1);
        await FindsAsync(Everything with { Domain = "watches.example" }, 1);
        Assert.True(await Store.Get<ICaseNotes>().AddAsync(Sample.Guild, 1, new CaseNote(new Snowflake(1), "mod", "much later", Sample.Noon), default));
        await FindsAsync(Everything with { Words = "later" }, 1);
        await FindsAsync(Everything with { Words = "watches" });
        await FindsAsync(Everything with { Domain = "watches.example" }, 1);
    }

    [StoreFact]
    public async Task One_guilds_words_say_nothing_in_another()
    {
        await RecordAsync(Case(1, Disposition.Delete, text: "zebra"), Case(2, Disposition.Delete, guild: Sample.OtherGuild, text: "zebra"));
        await FindsAsync(Everything with { Words = "zebra" }, 1);
        await FindsAsync(new CaseFilter { GuildId = new Snowflake(9), Words = "zebra" });
    }

    [StoreFact]
    public async Task Incidents_show_their_first_cases_and_how_many_there_are()
    {
        await RecordAsync([.. Enumerable.Range(1, 8).Select(i => Case((ulong)i, Disposition.Delete, incident: "raid")), Case(20, Disposition.Flag), Case(21, Disposition.Delete, incident: "other")]);
        var query = new CaseSearchQuery { Filter = Everything, Limit = 2 };
        IncidentPage page = await Search.FindIncidentsAsync(query, default);
        Assert.Equal([10L, 9L], page.Incidents.Select(incident => incident.Number));
        IncidentPage next = await Search.FindIncidentsAsync(query with { From = page.Next }, default);
        IncidentCases raid = Assert.Single(next.Incidents);
        Assert.Equal((1L, 8L), (raid.Number, raid.Count));
        Assert.Equal([1L, 2L, 3L, 4L, 5L], raid.Cases.Select(item => item.Number));
        Assert.Null(next.Next);
        IncidentPage back = await Search.FindIncidentsAsync(query with { From = next.Previous, Backwards = true }, default);
        Assert.Equal([10L, 9L], back.Incidents.Select(incident => incident.Number));
        IncidentPage oldest = await Search.FindIncidentsAsync(query with { Order = CaseOrder.Oldest, Filter = Everything with { Disposition = Disposition.Delete } }, default);
        Assert.Equal([1L, 10L], oldest.Incidents.Select(incident => incident.Number));
        await FindsAsync(Everything with { Incident = 1 }, 8, 7, 6, 5, 4, 3, 2, 1);
        await Assert.ThrowsAsync<ArgumentException>(() => Search.FindIncidentsAsync(query with { Order = CaseOrder.Score }, default));
    }

    [StoreFact]
    public async Task Counting_stops_where_it_is_told_to()
    {
        await RecordAsync(Enumerable.Range(1, 7).Select(i => Case((ulong)i, Disposition.Delete)).ToArray());
        Assert.Equal(7, await Search.CountAsync(Everything, 100, default));
        Assert.Equal(3, await Search.CountAsync(Everything, 3, default));
        Assert.Equal(0, await Search.CountAsync(Everything with { Rule = "none" }, 3, default));
    }

    [StoreTheory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task A_page_out_of_bounds_is_refused(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Search.FindAsync(new CaseSearchQuery { Filter = Everything, Limit = limit }, default));

    protected static CaseFilter Everything { get; } = new() { GuildId = Sample.Guild, IncludePrivate = true };

    protected static Judgement Case(
        ulong message, Disposition disposition, Snowflake? guild = null, Snowflake? author = null, string rule = "spam", DateTimeOffset? at = null, string text = "hello", string name = "Ada",
        Category category = Category.Spam, bool isPrivate = false, string? incident = null)
    {
        Judgement sample = Sample.Of(Sample.Key(message, guild), disposition, author, at, rule);
        return sample with
        {
            Content = text,
            AuthorName = name,
            Private = isPrivate,
            IncidentKey = incident,
            Verdict = sample.Verdict with { Categories = CategorySet.Of(category), Hits = [sample.Verdict.Hits[0] with { Evidence = [] }] },
        };
    }

    private static Judgement Scored(ulong message, float spam)
    {
        Judgement judgement = Case(message, Disposition.Delete);
        return judgement with { Verdict = judgement.Verdict with { Spam = message == 13 ? float.NaN : spam } };
    }

    private static IEnumerable<long> Numbers(CasePage page) => page.Cases.Select(item => item.Number);

    private async Task RecordAsync(params Judgement[] judgements)
    {
        foreach (Judgement judgement in judgements)
            Assert.NotNull((await Log.RecordAsync(judgement, default)).Case);
    }

    private async Task FindsAsync(CaseFilter filter, params long[] numbers)
    {
        CasePage page = await Search.FindAsync(new CaseSearchQuery { Filter = filter }, default);
        Assert.Equal(numbers, Numbers(page));
        Assert.Equal(numbers.Length, await Search.CountAsync(filter, 1_000, default));
        IncidentPage incidents = await Search.FindIncidentsAsync(new CaseSearchQuery { Filter = filter }, default);
        Assert.Equal(numbers.Length, incidents.Incidents.Sum(incident => incident.Count));
    }
}
