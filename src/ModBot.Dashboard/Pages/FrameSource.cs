using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using ModBot.Core.Ports;
using ModBot.Dashboard.Access;

namespace ModBot.Dashboard.Pages;

/// <summary>Makes what stands around a page.</summary>
internal sealed class FrameSource(IAntiforgery antiforgery, ICaseStatistics statistics)
{
    /// <summary>Around a guild's page.</summary>
    public async Task<PageFrame> OfGuildAsync(HttpContext http, string title, Tab tab)
    {
        var visit = GuildVisit.Of(http);
        return new PageFrame
        {
            Title = title,
            Tab = tab,
            Visit = visit,
            Viewer = visit.Viewer,
            Token = Token(http),
            Open = await statistics.CountOpenAsync(visit.GuildId, visit.MayManage, http.RequestAborted),
            Notice = Pages.Notice.Read(http.Request.Query),
        };
    }

    /// <summary>Around a page outside of the guilds.</summary>
    public PageFrame OfHome(HttpContext http, string title) =>
        new() { Title = title, Viewer = Viewer.Of(http.User), Token = http.User.Identity is { IsAuthenticated: true } ? Token(http) : "" };

    public string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? "";
}
