using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Ports;
using ModBot.Core.Statistics;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Pages;

namespace ModBot.Dashboard.Serving;

/// <summary>Figures.</summary>
internal static class ChartRoutes
{
    private const int DefaultDays = 30;
    private const int ScoreBins = 20;

    public static void Map(RouteGroupBuilder guild) => guild.MapGet("/charts", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, FrameSource frames, ICaseStatistics statistics, TimeProvider time)
    {
        var visit = GuildVisit.Of(http);
        int days = int.TryParse(http.Request.Query["days"], NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && ChartsModel.Spans.Contains(asked) ? asked : DefaultDays;
        DateTimeOffset now = time.GetUtcNow();
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var range = new CaseRange(visit.GuildId, today.AddDays(1 - days), today.AddDays(1));
        return View.Of<ChartsPage>(new ChartsModel
        {
            Frame = await frames.OfGuildAsync(http, "Charts", Tab.Charts),
            Days = days,
            Verdicts = WithoutGaps(await statistics.CountByDayAsync(range, http.RequestAborted), range),
            Rules = await statistics.TallyRulesAsync(range, http.RequestAborted),
            Scores = await statistics.DistributeScoresAsync(range, ScoreBins, http.RequestAborted),
            Latency = await statistics.MeasureLatencyAsync(range, http.RequestAborted),
        });
    }

    private static List<DailyVerdicts> WithoutGaps(IReadOnlyList<DailyVerdicts> counted, CaseRange range)
    {
        Dictionary<DateOnly, DailyVerdicts> byDay = counted.ToDictionary(day => day.Day);
        var all = new List<DailyVerdicts>();
        for (var day = DateOnly.FromDateTime(range.From.UtcDateTime); day < DateOnly.FromDateTime(range.To.UtcDateTime); day = day.AddDays(1))
            all.Add(byDay.GetValueOrDefault(day) ?? new DailyVerdicts(day, 0, 0, 0));
        return all;
    }
}
