using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Dashboard.Access;

/// <summary>Lets in who holds the permissions in the route's guild, as the platform says at this request.</summary>
internal sealed class GuildAccessHandler(IGuildDirectory guilds, AccessMemory memory) : AuthorizationHandler<GuildRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, GuildRequirement requirement)
    {
        if (context.Resource is not HttpContext http || Viewer.Of(context.User) is not { } viewer)
            return;
        GuildVisit? visit = http.Features.Get<GuildVisit>() ?? await VisitAsync(http, viewer);
        if (visit is null)
            return;
        http.Features.Set(visit);
        if (visit.Access.May(requirement.Permissions))
            context.Succeed(requirement);
    }

    private async Task<GuildVisit?> VisitAsync(HttpContext http, Viewer viewer)
    {
        if (!Snowflake.TryParse((string?)http.GetRouteValue(GuildRequirement.RouteValue), CultureInfo.InvariantCulture, out Snowflake id) || guilds.Find(id) is not { } guild)
            return null;
        bool acts = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        MemberAccess? access = await memory.FindAsync(id, viewer.Id, anew: acts, http.RequestAborted);
        return access is null ? null : new GuildVisit { Viewer = viewer, Guild = guild, Access = access };
    }
}
