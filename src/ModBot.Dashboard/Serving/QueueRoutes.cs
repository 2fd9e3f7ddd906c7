using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Cases;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Core.Verdicts;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Pages;
using ModBot.Dashboard.Parts;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Serving;

/// <summary>The queue, and its cards one by one.</summary>
internal static class QueueRoutes
{
    public static void Map(RouteGroupBuilder guild)
    {
        guild.MapGet("/queue", ShowAsync);
        guild.MapGet("/cases/{number:long}/card", ShowCardAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, FrameSource frames, ICaseSearch search, EvidenceAudit audit)
    {
        var visit = GuildVisit.Of(http);
        Disposition kind = http.Request.Query["kind"].ToString() switch
        {
            "deleted" => Disposition.Delete,
            "shadow" => Disposition.Log,
            _ => Disposition.Flag,
        };
        CasePage page = await search.FindAsync(
            new CaseSearchQuery
            {
                Filter = new CaseFilter { GuildId = visit.GuildId, Review = ReviewState.Open, Disposition = kind, IncludePrivate = visit.MayManage },
                From = LogSearch.Cursor(http.Request.Query),
                Limit = QueueModel.PageSize,
            },
            http.RequestAborted);
        await audit.NoteAsync(visit, page.Cases, "queue", http.RequestAborted);
        return View.Of<QueuePage>(new QueueModel(await frames.OfGuildAsync(http, "Queue", Tab.Queue), kind, page));
    }

    /// <summary>A card alone, for the page that is open already.</summary>
    private static async Task<IResult> ShowCardAsync(HttpContext http, long number, FrameSource frames, IModerationLog log, EvidenceAudit audit)
    {
        var visit = GuildVisit.Of(http);
        if (await CaseRoutes.FindAsync(log, visit, number, http.RequestAborted) is not { } found)
            return CaseRoutes.Missing(number);
        await audit.NoteAsync(visit, [found], "queue", http.RequestAborted);
        return Card(http, frames, visit, found);
    }

    internal static IResult Card(HttpContext http, FrameSource frames, GuildVisit visit, ModerationCase moderationCase, IReadOnlyList<string>? remarks = null) =>
        View.Of<Card>(new CardModel(new PageFrame { Title = "", Visit = visit, Viewer = visit.Viewer, Token = frames.Token(http) }, moderationCase, remarks));
}
