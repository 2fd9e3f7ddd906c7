using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using ModBot.Dashboard.Access;

namespace ModBot.Dashboard.Serving;

/// <summary>Everything that belongs to a guild: none of it is reached without permission in that guild.</summary>
internal static class GuildRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        RouteGroupBuilder guild = app.MapGroup($"/g/{{{GuildRequirement.RouteValue}}}");
        guild.RequireAuthorization(GuildRequirement.ReadPolicy);
        QueueRoutes.Map(guild);
        LogRoutes.Map(guild);
        CaseRoutes.Map(guild);
        RuleRoutes.Map(guild);
        ChartRoutes.Map(guild);
        AuditRoutes.Map(guild);
        ExportRoutes.Map(guild);
        LiveRoutes.Map(guild);
    }
}
