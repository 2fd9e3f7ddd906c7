using Dapper;
using ModBot.Core.Search;

namespace ModBot.Storage.Search;

/// <summary>Where in an order a page stands, as SQL: by the values of the case before or after it, never by counting.</summary>
internal sealed class CasePlace
{
    /// <summary>NaN is stored as null and stands last.</summary>
    private const string ScoreColumn = "coalesce(c.spam, -1.0)";

    private readonly CaseSearchQuery query;

    private CasePlace(CaseSearchQuery query) => this.query = query;

    public DynamicParameters Parameters { get; } = new();

    /// <summary>Begins with AND; empty on the first page.</summary>
    public required string Condition { get; init; }

    public required string Order { get; init; }

    /// <summary>The column that the cursor's score is read from.</summary>
    public required string Score { get; init; }

    /// <param name="query">The page asked for.</param>
    /// <param name="number">The column of the numbers that the page is ordered by.</param>
    public static CasePlace Of(CaseSearchQuery query, string number)
    {
        bool descends = (query.Order != CaseOrder.Oldest) != query.Backwards;
        string direction = descends ? "DESC" : "ASC";
        string beyond = descends ? "<" : ">";
        bool byScore = query.Order == CaseOrder.Score;
        string condition = query.From is null ? ""
            : byScore ? $" AND {ScoreColumn} {beyond}= @AtScore AND ({ScoreColumn} {beyond} @AtScore OR {number} {beyond} @AtNumber)"
            : $" AND {number} {beyond} @AtNumber";
        var place = new CasePlace(query)
        {
            Condition = condition,
            Order = byScore ? $"{ScoreColumn} {direction}, {number} {direction}" : $"{number} {direction}",
            Score = byScore ? ScoreColumn : "0.0",
        };
        place.Parameters.Add("PageLimit", query.Limit + 1);
        if (query.From is { } from)
        {
            place.Parameters.Add("AtNumber", from.Number);
            place.Parameters.Add("AtScore", (double)from.Score);
        }

        return place;
    }

    /// <summary>The page's rows in the order asked for, from rows of which there may be one too many, and the places around it.</summary>
    public (List<T> Page, CaseCursor? Next, CaseCursor? Previous) Cut<T>(List<T> rows, Func<T, CaseCursor> cursor)
    {
        bool more = rows.Count > query.Limit;
        List<T> page = more ? rows.GetRange(0, query.Limit) : rows;
        if (query.Backwards)
            page.Reverse();
        bool hasNext = query.Backwards || more;
        bool hasPrevious = query.Backwards ? more : query.From is not null;
        return (page, hasNext && page.Count > 0 ? cursor(page[^1]) : null, hasPrevious && page.Count > 0 ? cursor(page[0]) : null);
    }
}
