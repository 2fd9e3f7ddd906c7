using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using ModBot.Core.Cases;
using ModBot.Core.Ports;
using ModBot.Core.Rules;
using ModBot.Core.Search;
using ModBot.Core.Viewing;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Pages;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Serving;

/// <summary>The log, incidents, members, and how they are shown.</summary>
internal static class LogRoutes
{
    /// <summary>Parts of a list that show what members wrote.</summary>
    private const CaseParts ShowsEvidence = CaseParts.Text | CaseParts.Reason;

    public static void Map(RouteGroupBuilder guild)
    {
        guild.MapGet("/", (HttpContext http) => Results.Redirect($"/g/{GuildVisit.Of(http).GuildId}/queue"));
        guild.MapGet("/log", ShowLogAsync);
        guild.MapGet("/incidents/{number:long}", ShowIncidentAsync);
        guild.MapGet("/members/{member}", ShowMemberAsync);
        guild.MapPost("/view", SaveViewAsync);
    }

    private static async Task<IResult> ShowLogAsync(HttpContext http, FrameSource frames, ICaseSearch search, IViewingOptionsStore views, IRuleSetStore rules, EvidenceAudit audit)
    {
        var visit = GuildVisit.Of(http);
        LogSearch wanted = LogSearch.Read(http.Request.Query, visit);
        ViewingOptions options = await views.GetAsync(visit.GuildId, visit.Viewer.Id, http.RequestAborted);
        CasePage? cases = null;
        IncidentPage? incidents = null;
        if (wanted.Filter is { } filter)
        {
            var query = new CaseSearchQuery { Filter = filter, Order = options.Order, Limit = options.PageSize, From = LogSearch.Cursor(http.Request.Query), Backwards = http.Request.Query["back"] == "1" };
            if (options.Layout == CaseLayout.Threaded)
                incidents = await search.FindIncidentsAsync(query.Order == CaseOrder.Score ? query with { Order = CaseOrder.Newest } : query, http.RequestAborted);
            else
                cases = await search.FindAsync(query, http.RequestAborted);
        }

        await NoteAsync(audit, visit, options, cases?.Cases ?? incidents?.Incidents.SelectMany(incident => incident.Cases) ?? [], "log", http.RequestAborted);
        RuleSet ruleSet = (await rules.GetAsync(visit.GuildId, http.RequestAborted))?.Rules ?? DefaultRuleSet.Create();
        PageFrame frame = await frames.OfGuildAsync(http, "Log", Tab.Log);
        return View.Of<LogPage>(new LogModel(frame, wanted, options, cases, incidents, [.. ruleSet.Rules.Select(rule => rule.Name).Order(StringComparer.Ordinal)]));
    }

    private static async Task<IResult> ShowIncidentAsync(HttpContext http, long number, FrameSource frames, ICaseSearch search, IViewingOptionsStore views, EvidenceAudit audit)
    {
        var visit = GuildVisit.Of(http);
        ViewingOptions options = await views.GetAsync(visit.GuildId, visit.Viewer.Id, http.RequestAborted);
        var filter = new CaseFilter { GuildId = visit.GuildId, Incident = number, IncludePrivate = visit.MayManage };
        CasePage page = await search.FindAsync(
            new CaseSearchQuery { Filter = filter, Order = CaseOrder.Oldest, Limit = options.PageSize, From = LogSearch.Cursor(http.Request.Query), Backwards = http.Request.Query["back"] == "1" }, http.RequestAborted);
        if (page.Cases.Count == 0)
            return Refusal.Missing("There is no such incident in this server.");
        await NoteAsync(audit, visit, options, page.Cases, $"incident {number}", http.RequestAborted);
        long count = await search.CountAsync(filter, MemberModel.MostCounted, http.RequestAborted);
        int members = page.Cases.Select(found => found.AuthorId).Distinct().Count();
        return View.Of<OneIncidentPage>(new IncidentModel(await frames.OfGuildAsync(http, $"Incident {number}", Tab.Log), number, count, members, options, page));
    }

    private static async Task<IResult> ShowMemberAsync(HttpContext http, string member, FrameSource frames, ICaseSearch search, IModerationLog log, IViewingOptionsStore views, EvidenceAudit audit)
    {
        var visit = GuildVisit.Of(http);
        if (!Core.Messages.Snowflake.TryParse(member, CultureInfo.InvariantCulture, out Core.Messages.Snowflake id))
            return Refusal.Missing("That is not a member's id.");
        ViewingOptions options = await views.GetAsync(visit.GuildId, visit.Viewer.Id, http.RequestAborted);
        var filter = new CaseFilter { GuildId = visit.GuildId, AuthorId = id, IncludePrivate = visit.MayManage };
        CasePage page = await search.FindAsync(
            new CaseSearchQuery { Filter = filter, Limit = options.PageSize, From = LogSearch.Cursor(http.Request.Query), Backwards = http.Request.Query["back"] == "1" }, http.RequestAborted);
        await NoteAsync(audit, visit, options, page.Cases, $"member {id}", http.RequestAborted);
        var model = new MemberModel
        {
            Frame = await frames.OfGuildAsync(http, "Member", Tab.Log),
            Id = id,
            Name = page.Cases.Select(found => found.AuthorName).FirstOrDefault(name => name.Length > 0) ?? "",
            Judged = await log.CountJudgedAsync(visit.GuildId, id, http.RequestAborted),
            Cases = await search.CountAsync(filter, MemberModel.MostCounted, http.RequestAborted),
            Overturned = await search.CountAsync(filter with { Review = ReviewState.Overturned }, MemberModel.MostCounted, http.RequestAborted),
            Options = options,
            Page = page,
        };
        return View.Of<MemberPage>(model);
    }

    private static async Task<IResult> SaveViewAsync(HttpContext http, IViewingOptionsStore views)
    {
        var visit = GuildVisit.Of(http);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        var options = new ViewingOptions
        {
            Layout = form["layout"] == "threaded" ? CaseLayout.Threaded : CaseLayout.Flat,
            Order = form["order"].ToString() switch
            {
                "oldest" => CaseOrder.Oldest,
                "score" => CaseOrder.Score,
                _ => CaseOrder.Newest,
            },
            PageSize = int.TryParse(form["size"], NumberStyles.None, CultureInfo.InvariantCulture, out int size) && ViewingOptions.PageSizes.Contains(size) ? size : ViewingOptions.Default.PageSize,
            Parts = Parts(form["show"]),
        };
        await views.SaveAsync(visit.GuildId, visit.Viewer.Id, options, http.RequestAborted);
        LogSearch back = LogSearch.Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form["back"]).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())), visit);
        return Results.Redirect(Notice.On($"/g/{visit.GuildId}/log{back.Query()}", Notice.Saved));
    }

    private static CaseParts Parts(StringValues shown)
    {
        CaseParts parts = CaseParts.None;
        foreach (string? name in shown)
        {
            if (Enum.GetValues<CaseParts>().FirstOrDefault(part => string.Equals(part.ToString(), name, StringComparison.OrdinalIgnoreCase)) is var part)
                parts |= part;
        }

        return parts;
    }

    private static Task NoteAsync(EvidenceAudit audit, GuildVisit visit, ViewingOptions options, IEnumerable<ModerationCase> shown, string where, CancellationToken cancellationToken) =>
        (options.Parts & ShowsEvidence) == CaseParts.None ? Task.CompletedTask : audit.NoteAsync(visit, shown, where, cancellationToken);
}
