using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ModBot.Core.Platform;

namespace ModBot.Dashboard.Access;

/// <summary>Signing in with the platform through the framework's OAuth handler; afterwards a cookie says who it is.</summary>
internal static class SignIn
{
    public const string Scheme = "platform";

    /// <summary>Where the platform sends people back to; must be entered in the developer portal with the page's address.</summary>
    public const string CallbackPath = "/signed-in";

    /// <summary>Guilds named in the cookie; who moderates more reaches the others by their address.</summary>
    private const int MostGuilds = 60;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static void Add(IServiceCollection services, DashboardOptions options)
    {
        bool secure = options.PublicUrl?.Scheme == Uri.UriSchemeHttps;
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = secure ? "__Host-modbot" : "modbot";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = Lifetime;
                cookie.SlidingExpiration = true;
            })
            .AddOAuth(Scheme, oauth => Configure(oauth, options, secure));
    }

    private static void Configure(OAuthOptions oauth, DashboardOptions options, bool secure)
    {
        string rest = options.RestUrl.AbsoluteUri.TrimEnd('/');
        oauth.ClientId = options.ClientId;
        oauth.ClientSecret = options.ClientSecret;
        oauth.AuthorizationEndpoint = options.AuthorizeUrl.AbsoluteUri;
        oauth.TokenEndpoint = $"{rest}/oauth2/token";
        oauth.UserInformationEndpoint = $"{rest}/users/@me";
        oauth.CallbackPath = CallbackPath;
        oauth.UsePkce = true;
        oauth.SaveTokens = false;
        oauth.Scope.Add("identify");
        oauth.Scope.Add("guilds");
        oauth.CorrelationCookie.SameSite = SameSiteMode.Lax;
        oauth.CorrelationCookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        oauth.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10);
        // A proxy that is set for the outside must not see what stays on this machine.
        oauth.BackchannelHttpHandler = new SocketsHttpHandler { UseProxy = !options.RestUrl.IsLoopback, AllowAutoRedirect = false, UseCookies = false };
        oauth.BackchannelTimeout = TimeSpan.FromSeconds(15);
        oauth.Events = new OAuthEvents
        {
            OnCreatingTicket = context => ReadPersonAsync(context, $"{rest}/users/@me/guilds"),
            OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect("/?sign-in=failed");
                return Task.CompletedTask;
            },
        };
    }

    private static async Task ReadPersonAsync(OAuthCreatingTicketContext context, string guildsAddress)
    {
        using JsonDocument user = await GetAsync(context, context.Options.UserInformationEndpoint);
        string id = user.RootElement.GetProperty("id").GetString() ?? "";
        string? shown = user.RootElement.TryGetProperty("global_name", out JsonElement global) ? global.GetString() : null;
        context.Identity!.AddClaim(new Claim(ClaimTypes.NameIdentifier, id));
        context.Identity.AddClaim(new Claim(ClaimTypes.Name, shown ?? user.RootElement.GetProperty("username").GetString() ?? id));
        using JsonDocument guilds = await GetAsync(context, guildsAddress);
        foreach (JsonElement guild in guilds.RootElement.EnumerateArray().Where(MayModerate).Take(MostGuilds))
            context.Identity.AddClaim(new Claim(Viewer.GuildClaim, guild.GetProperty("id").GetString() ?? ""));
    }

    private static bool MayModerate(JsonElement guild) =>
        guild.TryGetProperty("permissions", out JsonElement bits)
        && ulong.TryParse(bits.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong held)
        && ((GuildPermissions)held & (GuildPermissions.ManageMessages | GuildPermissions.Administrator)) != GuildPermissions.None;

    private static async Task<JsonDocument> GetAsync(OAuthCreatingTicketContext context, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        request.Headers.UserAgent.ParseAdd("DiscordBot (ModBot, 1.0)");
        using HttpResponseMessage response = await context.Backchannel.SendAsync(request, HttpCompletionOption.ResponseContentRead, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted);
        return await JsonDocument.ParseAsync(body, default, context.HttpContext.RequestAborted);
    }
}
