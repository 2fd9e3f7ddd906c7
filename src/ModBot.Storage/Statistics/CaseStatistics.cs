using System.Data.Common;
using Dapper;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Statistics;
using ModBot.Core.Verdicts;
using ModBot.Storage.Engines;
using ModBot.Storage.Search;

namespace ModBot.Storage.Statistics;

/// <summary>Figures, each from one pass over an index that holds all it needs.</summary>
internal sealed class CaseStatistics(IDatabase database, IJudgementStore judgements) : ICaseStatistics
{
    private const int MaximumBins = 100;
    private const string Range = "guild_id = @Guild AND number BETWEEN @Lowest AND @Highest AND opened_at >= @From AND opened_at < @To";

    private static readonly DateOnly Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch);

    private static readonly TimeSpan[] LatencyBounds =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];

    public async Task<IReadOnlyList<DailyVerdicts>> CountByDayAsync(CaseRange range, CancellationToken cancellationToken)
    {
        await judgements.SettleCountersAsync(cancellationToken);
        var parameters = new { Guild = StoredValue.Of(range.GuildId), From = (long)Day(range.From), To = (long)Day(range.To.AddTicks(-1)) };
        return await database.ReadAsync<IReadOnlyList<DailyVerdicts>>(
            session =>
            [
                .. session.Connection.Query<DayRow>(
                    """
                    SELECT day AS Day, disposition AS Disposition, messages AS Messages FROM judgement_counts
                    WHERE day BETWEEN @From AND @To AND guild_id = @Guild AND category = '' ORDER BY day
                    """,
                    parameters).GroupBy(row => row.Day).Select(day => new DailyVerdicts(Epoch.AddDays((int)day.Key), Of(day, Disposition.Log), Of(day, Disposition.Flag), Of(day, Disposition.Delete))),
            ],
            cancellationToken);
    }

    public Task<IReadOnlyList<RuleTally>> TallyRulesAsync(CaseRange range, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<RuleTally>>(
        session =>
        [
            .. session.Connection.Query<RuleRow>(
                $"""
                SELECT rule AS Rule, count(*) AS Cases, CAST(sum(CASE WHEN review = 1 THEN 1 ELSE 0 END) AS bigint) AS Upheld,
                    CAST(sum(CASE WHEN review = 2 THEN 1 ELSE 0 END) AS bigint) AS Overturned
                FROM cases WHERE {Range} GROUP BY rule ORDER BY count(*) DESC, rule
                """,
                Bounds(session.Connection, range)).Select(row => new RuleTally(row.Rule, row.Cases, row.Upheld, row.Overturned)),
        ],
        cancellationToken);

    public Task<IReadOnlyList<long>> DistributeScoresAsync(CaseRange range, int bins, CancellationToken cancellationToken)
    {
        StoredLimit.Check(bins, MaximumBins);
        return database.ReadAsync<IReadOnlyList<long>>(
            session =>
            {
                long[] counts = new long[bins];
                // Engines cast a fraction to a whole number in different ways; rounded to 1/10,000 they agree.
                foreach ((long step, long cases) in session.Connection.Query<(long Step, long Cases)>(
                    $"SELECT CAST(round(spam * 10000) AS bigint) AS Step, count(*) AS Cases FROM cases WHERE {Range} AND spam IS NOT NULL GROUP BY 1", Bounds(session.Connection, range)))
                    counts[Math.Clamp((int)(step * bins / 10_000), 0, bins - 1)] += cases;
                return counts;
            },
            cancellationToken);
    }

    public Task<ReviewLatency> MeasureLatencyAsync(CaseRange range, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            DynamicParameters parameters = Bounds(session.Connection, range);
            long[] counts = new long[LatencyBounds.Length + 1];
            string bin = string.Concat(LatencyBounds.Select((bound, i) => $" WHEN reviewed_at - opened_at < {(long)bound.TotalMilliseconds} THEN {i}"));
            foreach ((long place, long cases) in session.Connection.Query<(long Bin, long Cases)>(
                $"SELECT CASE{bin} ELSE {LatencyBounds.Length} END AS Bin, count(*) AS Cases FROM cases WHERE {Range} AND reviewed_at IS NOT NULL GROUP BY 1", parameters))
                counts[place] = cases;
            long reviewed = counts.Sum();
            if (reviewed == 0)
                return new ReviewLatency(LatencyBounds, counts, null);
            parameters.Add("Half", (reviewed - 1) / 2);
            long median = session.Connection.ExecuteScalar<long>(
                $"SELECT reviewed_at - opened_at FROM cases WHERE {Range} AND reviewed_at IS NOT NULL ORDER BY 1 LIMIT 1 OFFSET @Half", parameters);
            return new ReviewLatency(LatencyBounds, counts, TimeSpan.FromMilliseconds(Math.Max(0, median)));
        },
        cancellationToken);

    public Task<OpenCases> CountOpenAsync(Snowflake guild, bool includePrivate, CancellationToken cancellationToken) => database.ReadAsync(
        session =>
        {
            return new OpenCases(Open(Disposition.Flag), Open(Disposition.Delete), Open(Disposition.Log));

            long Open(Disposition disposition) => session.Connection.ExecuteScalar<long>(
                $"SELECT count(*) FROM (SELECT 1 FROM cases WHERE guild_id = @Guild AND review = 0 AND disposition = @Disposition{(includePrivate ? "" : " AND private = 0")} LIMIT @Most) open_cases",
                new { Guild = StoredValue.Of(guild), Disposition = (long)disposition, OpenCases.Most });
        },
        cancellationToken);

    private static long Of(IEnumerable<DayRow> day, Disposition disposition) => day.Where(row => row.Disposition == (long)disposition).Sum(row => row.Messages);

    private static int Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime).DayNumber - Epoch.DayNumber;

    private static DynamicParameters Bounds(DbConnection connection, CaseRange range)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Guild", StoredValue.Of(range.GuildId));
        parameters.Add("From", StoredValue.Of(range.From));
        parameters.Add("To", StoredValue.Of(range.To));
        parameters.Add("Lowest", CaseNumbers.LowestFrom(connection, range.GuildId, range.From));
        parameters.Add("Highest", CaseNumbers.HighestBefore(connection, range.GuildId, range.To));
        return parameters;
    }

    private sealed class DayRow
    {
        public long Day { get; init; }

        public long Disposition { get; init; }

        public long Messages { get; init; }
    }

    private sealed class RuleRow
    {
        public string Rule { get; init; } = "";

        public long Cases { get; init; }

        public long Upheld { get; init; }

        public long Overturned { get; init; }
    }
}
