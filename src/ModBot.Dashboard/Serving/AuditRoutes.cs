using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Audit;
using ModBot.Core.Ports;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Pages;

namespace ModBot.Dashboard.Serving;

/// <summary>The audit trail.</summary>
internal static class AuditRoutes
{
    private const int PageSize = 100;

    public static void Map(RouteGroupBuilder guild) => guild.MapGet("/audit", ShowAsync);

    private static async Task<IResult> ShowAsync(HttpContext http, FrameSource frames, IAuditTrail trail)
    {
        var visit = GuildVisit.Of(http);
        AuditKind? kind = int.TryParse(http.Request.Query["kind"], NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && Enum.IsDefined((AuditKind)asked) ? (AuditKind)asked : null;
        long? before = long.TryParse(http.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;
        IReadOnlyList<AuditEntry> entries = await trail.ListAsync(new AuditQuery { GuildId = visit.GuildId, Kind = kind, Before = before, Limit = PageSize + 1 }, http.RequestAborted);
        return View.Of<AuditPage>(new AuditModel(await frames.OfGuildAsync(http, "Audit", Tab.Audit), kind, [.. entries.Take(PageSize)], entries.Count > PageSize));
    }
}
