using System.Data.Common;
using Dapper;
using ModBot.Core.Ports;
using ModBot.Core.Search;

namespace ModBot.Storage.Search;

/// <summary>
/// A filter as SQL. Which condition leads is decided here, by looking how many cases each has, and the others are written so
/// that no index tempts the engine away: without statistics it would guess.
/// </summary>
internal sealed class CaseCriteria
{
    /// <summary>A condition with fewer cases than this leads; with none so rare the cases are walked in their order.</summary>
    private const int Few = 5_000;

    private readonly List<Criterion> leaders = [];
    private readonly List<string> followers = [];
    private readonly CaseFilter filter;

    private CaseCriteria(CaseFilter filter) => this.filter = filter;

    /// <summary>Values of the conditions; pages add theirs.</summary>
    public DynamicParameters Parameters { get; } = new();

    /// <summary>The tables, the cases as <c>c</c>.</summary>
    public string From { get; private set; } = "cases c";

    /// <summary>The conditions, joined by AND.</summary>
    public string Where { get; private set; } = "";

    /// <summary>The case's number, from the table that leads.</summary>
    public string Number { get; private set; } = "c.number";

    /// <summary>True where a condition was found that few cases have.</summary>
    public bool IsSelective { get; private set; }

    /// <summary>True where the filter asks for terms.</summary>
    public static bool AsksForTerms(CaseFilter filter) => filter.Words.Length > 0 || filter.Domain is not null || filter.Category is not null || filter.AuthorName is not null;

    /// <summary>Writes the filter as SQL.</summary>
    public static CaseCriteria Of(DbConnection connection, CaseFilter filter, ISearchKeys keys)
    {
        var criteria = new CaseCriteria(filter);
        criteria.Parameters.Add("Guild", StoredValue.Of(filter.GuildId));
        criteria.AddTerms(keys);
        criteria.AddColumns();
        criteria.AddTime(connection);
        criteria.Choose(connection);
        return criteria;
    }

    private void AddTerms(ISearchKeys keys)
    {
        List<SearchTerm> terms = [.. SearchTerms.OfText(filter.Words)];
        if (filter.AuthorName is { } name)
            terms.Add(SearchTerms.OfAuthorName(name));
        if (filter.Domain is { } domain)
            terms.Add(SearchTerms.OfDomain(domain));
        if (filter.Category is { } category)
            terms.Add(SearchTerms.Of(category));
        if (terms.Count == 0)
            return;
        byte[] key = keys.KeyOf(filter.GuildId);
        foreach (SearchTerm term in terms)
        {
            string parameter = $"@Term{leaders.Count}";
            Parameters.Add(parameter, TermHash.Of(key, term));
            leaders.Add(new Criterion(
                $"t.guild_id = @Guild AND t.term = {parameter}",
                $"EXISTS (SELECT 1 FROM case_terms x WHERE x.guild_id = @Guild AND x.term = {parameter} AND x.number = c.number)",
                $"SELECT 1 FROM case_terms WHERE guild_id = @Guild AND term = {parameter}")
            {
                Term = parameter,
            });
        }
    }

    private void AddColumns()
    {
        if (filter.AuthorId is { } author)
        {
            Parameters.Add("Author", StoredValue.Of(author));
            Lead("author_id = @Author", "(c.author_id + 0) = @Author");
        }

        if (filter.Rule is { } rule)
        {
            Parameters.Add("Rule", StoredValue.Of(rule));
            Lead("rule = @Rule", "(c.rule || '') = @Rule");
        }

        if (filter.Incident is { } incident)
        {
            Parameters.Add("Incident", incident);
            Lead("incident_number = @Incident", "(c.incident_number + 0) = @Incident");
        }

        if (filter.ReviewerId is { } reviewer)
        {
            Parameters.Add("Reviewer", StoredValue.Of(reviewer));
            leaders.Add(new Criterion(
                "c.case_id IN (SELECT r.case_id FROM reviews r WHERE r.moderator_id = @Reviewer)",
                "EXISTS (SELECT 1 FROM reviews r WHERE r.case_id = c.case_id AND r.moderator_id = @Reviewer)",
                "SELECT 1 FROM reviews WHERE moderator_id = @Reviewer"));
        }

        AddOutcome();
        if (!filter.IncludePrivate)
            followers.Add("(c.private + 0) = 0");
    }

    /// <summary>Review and disposition share an index; alone each is too common to lead.</summary>
    private void AddOutcome()
    {
        if (filter.Review is { } review)
            Parameters.Add("Review", (long)review);
        if (filter.Disposition is { } disposition)
            Parameters.Add("Disposition", (long)disposition);
        if (filter is { Review: not null, Disposition: not null })
            Lead("review = @Review AND disposition = @Disposition", "(c.review + 0) = @Review AND (c.disposition + 0) = @Disposition");
        else if (filter.Review is not null)
            followers.Add("(c.review + 0) = @Review");
        else if (filter.Disposition is not null)
            followers.Add("(c.disposition + 0) = @Disposition");
    }

    /// <summary>Numbers rise with time, so a span of time is one of numbers.</summary>
    private void AddTime(DbConnection connection)
    {
        if (filter.From is { } from)
        {
            Parameters.Add("From", StoredValue.Of(from));
            Parameters.Add("Lowest", CaseNumbers.LowestFrom(connection, filter.GuildId, from));
            followers.Add("(c.opened_at + 0) >= @From");
        }

        if (filter.To is { } to)
        {
            Parameters.Add("To", StoredValue.Of(to));
            Parameters.Add("Highest", CaseNumbers.HighestBefore(connection, filter.GuildId, to));
            followers.Add("(c.opened_at + 0) < @To");
        }
    }

    private void Lead(string leading, string following) => leaders.Add(new Criterion(
        string.Join(" AND ", leading.Split(" AND ").Select(condition => $"c.{condition}")),
        following,
        $"SELECT 1 FROM cases WHERE guild_id = @Guild AND {leading}"));

    private void Choose(DbConnection connection)
    {
        Criterion? leader = null;
        int fewest = Few;
        foreach (Criterion candidate in leaders)
        {
            int count = connection.ExecuteScalar<int>($"SELECT count(*) FROM ({candidate.Probe} LIMIT {Few}) probe", Parameters);
            if (count < fewest)
                (leader, fewest) = (candidate, count);
        }

        IsSelective = leader is not null;
        var conditions = new List<string> { "c.guild_id = @Guild" };
        if (leader is { Term: not null })
        {
            From = "case_terms t CROSS JOIN cases c";
            Number = "t.number";
            conditions.Add("c.number = t.number");
        }

        if (leader is not null)
            conditions.Add(leader.Leading);
        conditions.AddRange(leaders.Where(other => other != leader).Select(other => other.Following));
        if (filter.From is not null)
            conditions.Add($"{Number} >= @Lowest");
        if (filter.To is not null)
            conditions.Add($"{Number} <= @Highest");
        Where = string.Join(" AND ", conditions.Concat(followers));
    }
}
