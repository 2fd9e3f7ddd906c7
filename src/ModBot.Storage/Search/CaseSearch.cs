using System.Data.Common;
using Dapper;
using ModBot.Core.Cases;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Storage.Cases;
using ModBot.Storage.Engines;

namespace ModBot.Storage.Search;

/// <summary>Finds cases by indexes, page by page.</summary>
internal sealed class CaseSearch(IDatabase database, CaseIndex index, ISearchKeys keys, StorageOptions options, IEvidenceProtector protector, TimeProvider time) : ICaseSearch
{
    /// <summary>Cases of the last moments that a search takes up itself; after a flood the rest is found a little later.</summary>
    private const int MostToCatchUp = 1_000;

    private readonly CaseReader cases = new(new CaseAssembly(new EvidenceVault(protector, time, options.EvidenceRetention)));

    public async Task<CasePage> FindAsync(CaseSearchQuery query, CancellationToken cancellationToken)
    {
        await PrepareAsync(query, cancellationToken);
        return await database.ReadAsync(session => Find(session, query), cancellationToken);
    }

    public async Task<IncidentPage> FindIncidentsAsync(CaseSearchQuery query, CancellationToken cancellationToken)
    {
        if (query.Order == CaseOrder.Score)
            throw new ArgumentException("Incidents are listed newest or oldest first.", nameof(query));
        await PrepareAsync(query, cancellationToken);
        return await database.ReadAsync(session => FindIncidents(session, query), cancellationToken);
    }

    public async Task<long> CountAsync(CaseFilter filter, long most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        await PrepareAsync(new CaseSearchQuery { Filter = filter }, cancellationToken);
        return await database.ReadAsync(session => Count(session.Connection, filter, most), cancellationToken);
    }

    private async Task PrepareAsync(CaseSearchQuery query, CancellationToken cancellationToken)
    {
        StoredLimit.Check(query.Limit, CaseSearchQuery.MaximumLimit);
        if (query.Filter.Words.Length > CaseFilter.MaximumWords)
            throw new ArgumentException($"The words may have at most {CaseFilter.MaximumWords} characters.", nameof(query));
        if (CaseCriteria.AsksForTerms(query.Filter))
            await index.CatchUpAsync(MostToCatchUp, cancellationToken);
    }

    /// <summary>The statement that finds a page's cases.</summary>
    internal static (string Sql, DynamicParameters Parameters, CasePlace Place) PageSql(DbConnection connection, CaseSearchQuery query, ISearchKeys keys)
    {
        var criteria = CaseCriteria.Of(connection, query.Filter, keys);
        CasePlace place = CasePlace.Of(query, criteria.Number);
        criteria.Parameters.AddDynamicParams(place.Parameters);
        return (
            $"SELECT {criteria.Number} AS Number, {place.Score} AS Score FROM {criteria.From} WHERE {criteria.Where}{place.Condition} ORDER BY {place.Order} LIMIT @PageLimit",
            criteria.Parameters,
            place);
    }

    private CasePage Find(ReadingSession session, CaseSearchQuery query)
    {
        (string sql, DynamicParameters parameters, CasePlace place) = PageSql(session.Connection, query, keys);
        List<CaseCursor> rows = session.Connection.Query<(long Number, double Score)>(sql, parameters).Select(row => new CaseCursor(row.Number, (float)row.Score)).ToList();
        (List<CaseCursor> page, CaseCursor? next, CaseCursor? previous) = place.Cut(rows, row => row);
        return new CasePage(ReadInOrder(session, query.Filter.GuildId, page.ConvertAll(row => row.Number)), next, previous);
    }

    private IncidentPage FindIncidents(ReadingSession session, CaseSearchQuery query)
    {
        var criteria = CaseCriteria.Of(session.Connection, query.Filter, keys);
        CasePlace place = CasePlace.Of(query, "c.incident_number");
        criteria.Parameters.AddDynamicParams(place.Parameters);
        List<(long Incident, long Count)> rows = session.Connection.Query<(long Incident, long Count)>(
            $"SELECT c.incident_number AS Incident, count(*) AS Count FROM {criteria.From} WHERE {criteria.Where}{place.Condition} GROUP BY c.incident_number ORDER BY {place.Order} LIMIT @PageLimit",
            criteria.Parameters).AsList();
        (List<(long Incident, long Count)> page, CaseCursor? next, CaseCursor? previous) = place.Cut(rows, row => new CaseCursor(row.Incident));
        criteria.Parameters.Add("Incidents", page.ConvertAll(row => row.Incident));
        criteria.Parameters.Add("Shown", (long)IncidentCases.Shown);
        ILookup<long, long> shown = page.Count == 0 ? Array.Empty<long>().ToLookup(number => number) : session.Connection.Query<(long Incident, long Number)>(
            $"""
            SELECT Incident, Number FROM (
                SELECT c.incident_number AS Incident, c.number AS Number, row_number() OVER (PARTITION BY c.incident_number ORDER BY c.number) AS Place
                FROM {criteria.From} WHERE {criteria.Where} AND c.incident_number {session.Among("Incidents")}) ranked
            WHERE Place <= @Shown ORDER BY Incident, Number
            """,
            criteria.Parameters).ToLookup(row => row.Incident, row => row.Number);
        Dictionary<long, ModerationCase> read = ReadInOrder(session, query.Filter.GuildId, [.. shown.SelectMany(numbers => numbers)]).ToDictionary(found => found.Number);
        return new IncidentPage([.. page.Select(row => new IncidentCases(row.Incident, row.Count, [.. shown[row.Incident].Select(number => read[number])]))], next, previous);
    }

    private long Count(DbConnection connection, CaseFilter filter, long most)
    {
        var criteria = CaseCriteria.Of(connection, filter, keys);
        criteria.Parameters.Add("Most", most);
        return connection.ExecuteScalar<long>($"SELECT count(*) FROM (SELECT 1 FROM {criteria.From} WHERE {criteria.Where} LIMIT @Most) counted", criteria.Parameters);
    }

    private List<ModerationCase> ReadInOrder(ReadingSession session, Snowflake guild, List<long> numbers)
    {
        if (numbers.Count == 0)
            return [];
        var read = cases.ListByNumber(session, guild, numbers).ToDictionary(found => found.Number);
        return numbers.ConvertAll(number => read[number]);
    }
}
