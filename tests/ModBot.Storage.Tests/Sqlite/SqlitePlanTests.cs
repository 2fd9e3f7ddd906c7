using Dapper;
using Microsoft.Data.Sqlite;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Core.Verdicts;
using ModBot.Storage.Search;
using ModBot.Storage.Tests.Contract;

namespace ModBot.Storage.Tests.Sqlite;

/// <summary>SQLite finds pages by the indexes that are meant for them, and sorts nothing.</summary>
public sealed class SqlitePlanTests() : StoreContract(new SqliteStoreFactory())
{
    private static readonly CaseFilter Everything = new() { GuildId = Sample.Guild };

    public static TheoryData<string, CaseSearchQuery, string> Pages => new()
    {
        { "first page", new() { Filter = Everything }, "cases_overview" },
        { "a later page", new() { Filter = Everything, From = new CaseCursor(900_000) }, "cases_overview" },
        { "oldest", new() { Filter = Everything, Order = CaseOrder.Oldest, From = new CaseCursor(5) }, "cases_overview" },
        { "score", new() { Filter = Everything, Order = CaseOrder.Score, From = new CaseCursor(5, 0.5f) }, "cases_by_score" },
        { "rule", new() { Filter = Everything with { Rule = "spam" } }, "cases_by_rule" },
        { "rule and review", new() { Filter = Everything with { Rule = "spam", Review = ReviewState.Open } }, "cases_by_rule" },
        { "incident", new() { Filter = Everything with { Incident = 4 } }, "cases_by_incident" },
        { "author", new() { Filter = Everything with { AuthorId = Sample.Author, Rule = "spam" } }, "cases_by_author" },
        { "queue", new() { Filter = Everything with { Review = ReviewState.Open, Disposition = Disposition.Flag } }, "cases_by_review" },
        { "time", new() { Filter = Everything with { From = Sample.Noon, To = Sample.Noon.AddDays(1) } }, "cases_overview" },
        { "words", new() { Filter = Everything with { Words = "cheap watches" } }, "TABLE t USING PRIMARY KEY" },
        { "domain and rule", new() { Filter = Everything with { Domain = "example.com" }, From = new CaseCursor(9) }, "TABLE t USING PRIMARY KEY" },
        { "reviewer", new() { Filter = Everything with { ReviewerId = Sample.Author } }, "reviews_by_moderator" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_found_by_its_index(string what, CaseSearchQuery query, string index)
    {
        Assert.NotEmpty(what);
        string plan = await PlanAsync(query);
        Assert.Contains(index, plan.Replace("SEARCH t USING", "TABLE t USING", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan.Replace("SCAN probe", "", StringComparison.Ordinal), StringComparison.Ordinal);
        if (what != "reviewer")
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Walking_all_cases_never_visits_the_table()
    {
        string plan = await PlanAsync(new CaseSearchQuery { Filter = Everything with { Review = ReviewState.Overturned, From = Sample.Noon } });
        Assert.Contains("USING COVERING INDEX cases_overview", plan, StringComparison.Ordinal);
    }

    private async Task<string> PlanAsync(CaseSearchQuery query)
    {
        await Store.Storage.OpenAsync(default);
        await using var connection = new SqliteConnection($"Data Source={((SqliteStoreFactory)Factory).FilePath};Pooling=False");
        await connection.OpenAsync();
        (string sql, DynamicParameters parameters, _) = CaseSearch.PageSql(connection, query, new FixedSearchKeys());
        return string.Join('\n', connection.Query($"EXPLAIN QUERY PLAN {sql}", parameters).Select(row => (string)row.detail));
    }
}
