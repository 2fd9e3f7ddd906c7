using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Audit;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Exports;
using ModBot.Dashboard.Pages;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Serving;

/// <summary>Cases as a file.</summary>
internal static class ExportRoutes
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(300);

    /// <summary>An export that has not begun by then was not asked for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static void Map(RouteGroupBuilder guild)
    {
        guild.MapGet("/exports", ShowAsync);
        guild.MapPost("/exports", ExportAsync).RequireRateLimiting(RateLimits.Exports);
        guild.MapGet("/exports/{id}/events", WatchAsync).RequireRateLimiting(RateLimits.Streams);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, FrameSource frames, ICaseSearch search)
    {
        var visit = GuildVisit.Of(http);
        LogSearch wanted = LogSearch.Read(http.Request.Query, visit);
        long? count = wanted.Filter is { } filter ? await search.CountAsync(filter, long.MaxValue, http.RequestAborted) : null;
        return View.Of<ExportsPage>(new ExportsModel(await frames.OfGuildAsync(http, "Export", Tab.Export), wanted, count, RandomNumberGenerator.GetHexString(24, lowercase: true)));
    }

    private static async Task ExportAsync(HttpContext http, ICaseSearch search, EvidenceAudit audit, ExportDesk desk)
    {
        var visit = GuildVisit.Of(http);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        LogSearch wanted = LogSearch.Read(form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())), visit);
        string id = form["id"].ToString();
        if (wanted.Filter is not { } filter || id.Length is 0 or > ExportDesk.LongestId)
        {
            await Refusal.WriteAsync(http, StatusCodes.Status400BadRequest, "Not understood", wanted.Faults.Count > 0 ? string.Join(' ', wanted.Faults) : "Go back, load the page anew and try again.");
            return;
        }

        bool json = form["format"] == "json", evidence = form["evidence"] == "1" && visit.MayManage;
        string what = string.Join(", ", wanted.Fields.Select(field => $"{field.Key}={field.Value}"));
        await audit.AddAsync(visit, AuditKind.CasesExported, what.Length == 0 ? "all cases" : $"cases with {what}", $"{(json ? "JSON" : "CSV")}{(evidence ? " with messages" : "")}", http.RequestAborted);
        ExportProgress progress = desk.Open(visit.GuildId, visit.Viewer.Id, id);
        http.Response.ContentType = json ? "application/json; charset=utf-8" : "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"modbot-cases-{visit.GuildId}.{(json ? "json" : "csv")}\"";
        var export = new CaseExport(search, filter, evidence, progress);
        bool whole = false;
        try
        {
            await (json ? export.WriteJsonAsync(http.Response.Body, http.RequestAborted) : export.WriteCsvAsync(http.Response.Body, http.RequestAborted));
            whole = true;
        }
        finally
        {
            progress.End(whole);
        }
    }

    /// <summary>Tells how far the export has come, until it ends.</summary>
    private static async Task WatchAsync(HttpContext http, string id, ExportDesk desk, TimeProvider time)
    {
        var visit = GuildVisit.Of(http);
        if (id.Length > ExportDesk.LongestId)
        {
            await Refusal.WriteAsync(http, StatusCodes.Status400BadRequest, "Not understood", "That is no export's name.");
            return;
        }

        ExportProgress progress = desk.Open(visit.GuildId, visit.Viewer.Id, id);
        EventStream stream = await EventStream.OpenAsync(http);
        long begun = time.GetTimestamp();
        while (!progress.IsDone && !progress.HasFailed && (progress.Written > 0 || time.GetElapsedTime(begun) < LongestWait))
        {
            await stream.SendAsync("progress", $"{progress.Written}", http.RequestAborted);
            await Task.Delay(Tick, time, http.RequestAborted);
        }

        await stream.SendAsync(progress.IsDone ? "done" : "failed", $"{progress.Written}", http.RequestAborted);
    }
}
