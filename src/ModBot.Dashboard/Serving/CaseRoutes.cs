using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Audit;
using ModBot.Core.Cases;
using ModBot.Core.Ports;
using ModBot.Core.Search;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Pages;
using ModBot.Dashboard.Parts;
using ModBot.Dashboard.Reading;

namespace ModBot.Dashboard.Serving;

/// <summary>One case: looking at it, deciding on it, writing notes.</summary>
internal static class CaseRoutes
{
    private const int MostRelated = 5;

    /// <summary>Set by the page's script: the answer is the card alone.</summary>
    private const string FragmentHeader = "X-Fragment";

    public static void Map(RouteGroupBuilder guild)
    {
        guild.MapGet("/cases/{number:long}", ShowAsync);
        guild.MapPost("/cases/{number:long}/review", ReviewAsync).RequireAuthorization(GuildRequirement.ActPolicy);
        guild.MapPost("/cases/{number:long}/notes", AddNoteAsync).RequireAuthorization(GuildRequirement.ActPolicy);
    }

    /// <summary>The case where the visitor may see it.</summary>
    internal static async Task<ModerationCase?> FindAsync(IModerationLog log, GuildVisit visit, long number, CancellationToken cancellationToken) =>
        await log.GetCaseAsync(visit.GuildId, number, cancellationToken) is { } found && (!found.Private || visit.MayManage) ? found : null;

    internal static IResult Missing(long number) => Refusal.Missing($"There is no case {number} in this server.");

    private static async Task<IResult> ShowAsync(HttpContext http, long number, FrameSource frames, IModerationLog log, ICaseSearch search, ICaseNotes notes, EvidenceAudit audit)
    {
        var visit = GuildVisit.Of(http);
        if (await FindAsync(log, visit, number, http.RequestAborted) is not { } found)
            return Missing(number);
        await audit.NoteAsync(visit, [found], "case", http.RequestAborted);
        var filter = new CaseFilter { GuildId = visit.GuildId, IncludePrivate = visit.MayManage };
        return View.Of<OneCasePage>(new CaseModel
        {
            Frame = await frames.OfGuildAsync(http, $"Case {number}", Tab.Log),
            Case = found,
            Notes = await notes.ListAsync(visit.GuildId, number, http.RequestAborted),
            OfAuthor = await OthersAsync(search, filter with { AuthorId = found.AuthorId }, number, http.RequestAborted),
            OfIncident = await OthersAsync(search, filter with { Incident = found.IncidentNumber }, number, http.RequestAborted),
            IncidentSize = await log.CountIncidentAsync(visit.GuildId, found.IncidentNumber, http.RequestAborted),
        });
    }

    private static async Task<IResult> ReviewAsync(HttpContext http, long number, FrameSource frames, IModerationLog log, ICaseReviewer reviewer, EvidenceAudit audit)
    {
        var visit = GuildVisit.Of(http);
        if (await FindAsync(log, visit, number, http.RequestAborted) is null)
            return Missing(number);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        ReviewDecision? decision = form["decision"].ToString() switch
        {
            "upheld" => ReviewDecision.Upheld,
            "overturned" => ReviewDecision.Overturned,
            _ => null,
        };
        if (decision is not { } decided)
            return Refusal.Of(StatusCodes.Status400BadRequest, "Not understood", "The decision is one of upheld, overturned.");
        string reason = form["reason"].ToString().Trim();
        // What is decided is carried out even where the browser does not wait for the answer.
        ReviewOutcome? outcome = await reviewer.ReviewAsync(
            new CaseDecision
            {
                GuildId = visit.GuildId,
                Number = number,
                Decision = decided,
                ModeratorId = visit.Viewer.Id,
                ModeratorName = visit.Viewer.Name,
                Reason = reason.Length <= CaseDecision.MaximumReason ? reason : reason[..CaseDecision.MaximumReason],
            },
            CancellationToken.None);
        if (outcome is null)
            return Missing(number);
        if (outcome.Decided)
            await audit.AddAsync(visit, AuditKind.CaseReviewed, $"case {number}", Wording.Name(decided), CancellationToken.None);
        if (http.Request.Headers.ContainsKey(FragmentHeader))
        {
            await audit.NoteAsync(visit, [outcome.Case], "queue", http.RequestAborted);
            return QueueRoutes.Card(http, frames, visit, outcome.Case, outcome.Decided ? outcome.Remarks : ["Somebody had decided before; nothing was changed."]);
        }

        string notice = !outcome.Decided ? Notice.Late : decided == ReviewDecision.Upheld ? Notice.Upheld : Notice.Overturned;
        return Results.Redirect(Notice.On(form["back"] == "queue" ? $"/g/{visit.GuildId}/queue" : $"/g/{visit.GuildId}/cases/{number}", notice, number));
    }

    private static async Task<IResult> AddNoteAsync(HttpContext http, long number, IModerationLog log, ICaseNotes notes, ICaseFeed feed, EvidenceAudit audit, TimeProvider time)
    {
        var visit = GuildVisit.Of(http);
        if (await FindAsync(log, visit, number, http.RequestAborted) is not { } found)
            return Missing(number);
        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        string text = form["text"].ToString().Trim();
        if (text.Length is 0 or > CaseNote.MaximumText)
            return Refusal.Of(StatusCodes.Status400BadRequest, "Not understood", $"A note has 1 to {CaseNote.MaximumText} characters.");
        await notes.AddAsync(visit.GuildId, number, new CaseNote(visit.Viewer.Id, visit.Viewer.Name, text, time.GetUtcNow()), http.RequestAborted);
        await audit.AddAsync(visit, AuditKind.NoteAdded, $"case {number}", "", CancellationToken.None);
        feed.Publish(new CaseChange(visit.GuildId, number, CaseChangeKind.Noted, found.Private));
        return Results.Redirect(Notice.On($"/g/{visit.GuildId}/cases/{number}", Notice.Noted));
    }

    private static async Task<IReadOnlyList<ModerationCase>> OthersAsync(ICaseSearch search, CaseFilter filter, long number, CancellationToken cancellationToken)
    {
        CasePage page = await search.FindAsync(new CaseSearchQuery { Filter = filter, Limit = MostRelated + 1 }, cancellationToken);
        return [.. page.Cases.Where(other => other.Number != number).Take(MostRelated)];
    }
}
