using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using ModBot.Dashboard.Pages;

namespace ModBot.Dashboard.Access;

/// <summary>
/// What those get who are not let in: a browser that nobody is signed in with is sent to sign in, others are told in one line.
/// A guild that one may not see looks the same as one that is not there.
/// </summary>
internal sealed class AccessAnswer : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
            return next(context);
        if (authorizeResult.Challenged)
            return ChallengeAsync(context);
        return context.Features.Get<GuildVisit>() is { } visit && visit.Access.May(GuildRequirement.Read)
            ? Refusal.WriteAsync(context, StatusCodes.Status403Forbidden, "Not allowed", "You may read this server's log, but not do this. Ask an administrator of the server for the permission.")
            : Refusal.WriteAsync(context, StatusCodes.Status404NotFound, "Nothing here", "There is no such server, ModBot is not in it, or you may not see its log (that takes the permission Manage Messages).");
    }

    private static Task ChallengeAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Redirect($"/?then={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
            return Task.CompletedTask;
        }

        return Refusal.WriteAsync(http, StatusCodes.Status401Unauthorized, "Signed out", "Sign in first.");
    }
}
