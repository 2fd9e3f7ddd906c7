using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Dashboard.Access;
using ModBot.Dashboard.Pages;

namespace ModBot.Dashboard.Serving;

/// <summary>Signing in and out, and choosing a server.</summary>
internal static class HomeRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", ShowAsync).AllowAnonymous();
        app.MapGet("/sign-in", (HttpContext http) => Results.Challenge(new AuthenticationProperties { RedirectUri = LocalPath(http.Request.Query["then"]) }, [SignIn.Scheme])).AllowAnonymous();
        app.MapPost("/sign-out", () => Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme]));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, FrameSource frames, IGuildDirectory guilds, AccessMemory memory)
    {
        PageFrame frame = frames.OfHome(http, "Moderation log");
        if (frame.Viewer is not { } viewer)
        {
            string then = http.Request.Query["then"].ToString();
            return View.Of<HomePage>(new HomeModel(frame, [], then.Length > 0 ? LocalPath(then) : "", http.Request.Query["sign-in"] == "failed"));
        }

        var open = new List<GuildSummary>();
        foreach (Snowflake id in viewer.Guilds)
        {
            if (guilds.Find(id) is { } guild && await memory.FindAsync(id, viewer.Id, anew: false, http.RequestAborted) is { } access && access.May(GuildRequirement.Read))
                open.Add(guild);
        }

        return open.Count == 1 && http.Request.Query.Count == 0
            ? Results.Redirect($"/g/{open[0].Id}/queue")
            : View.Of<HomePage>(new HomeModel(frame, [.. open.OrderBy(guild => guild.Name, StringComparer.OrdinalIgnoreCase)], "", Failed: false));
    }

    /// <summary>The path where it is one on this page, else the start: nobody is sent elsewhere.</summary>
    internal static string LocalPath(string? path) =>
        path is { Length: > 1 and <= 2_000 } && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl) && !path.Contains('\\', StringComparison.Ordinal) ? path : "/";
}
