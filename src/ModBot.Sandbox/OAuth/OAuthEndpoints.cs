using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.OAuth;

/// <summary>OAuth2's authorization code grant (RFC 6749, with PKCE) at Discord's addresses, for the sandbox's one application.</summary>
internal sealed class OAuthEndpoints(WorldState world, OAuthDesk desk, SandboxOptions options)
{
    private static readonly string[] Prefixes = ["/api", "/api/v10", "/api/v9"];

    public void Map(IEndpointRouteBuilder app, RestRoutes routes)
    {
        app.MapGet("/oauth2/authorize", (RequestDelegate)AskAsync);
        app.MapGet("/oauth2/authorize/as/{user_id}", (RequestDelegate)AllowAsync);
        foreach (string prefix in Prefixes)
        {
            app.MapPost(prefix + "/oauth2/token", (RequestDelegate)ExchangeAsync);
            app.MapPost(prefix + "/oauth2/token/revoke", (RequestDelegate)RevokeAsync);
        }

        routes.Get("/oauth2/@me", RouteBucket.Users, Authorization, scope: "identify");
    }

    private Task AskAsync(HttpContext http)
    {
        string page;
        lock (world.Gate)
        {
            OAuthRequest? request = OAuthRequest.Read(http.Request.Query, world, out string fault);
            http.Response.StatusCode = request is null ? 400 : 200;
            page = request is null ? AuthorizePage.RenderFault(fault) : AuthorizePage.Render(world, request, http.Request.QueryString.Value ?? "");
        }

        return WriteAsync(http, page);
    }

    private Task AllowAsync(HttpContext http)
    {
        string answer;
        lock (world.Gate)
        {
            OAuthRequest? request = OAuthRequest.Read(http.Request.Query, world, out string fault);
            bool known = Snowflake.TryParse((string?)http.Request.RouteValues["user_id"], null, out Snowflake user) && world.Users.TryGetValue(user, out UserState? person) && !person.Bot;
            if (request is null || !known)
            {
                http.Response.StatusCode = 400;
                return WriteAsync(http, AuthorizePage.RenderFault(request is null ? fault : "There is nobody of that id."));
            }

            answer = request.Answer("code", desk.Allow(request, user));
        }

        http.Response.Redirect(answer);
        return Task.CompletedTask;
    }

    private async Task ExchangeAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } form)
            return;
        if (form["grant_type"] != "authorization_code")
        {
            await RefuseAsync(http, 400, "unsupported_grant_type");
            return;
        }

        (string Token, OAuthGrant Grant)? exchanged;
        lock (world.Gate)
            exchanged = desk.Exchange(form["code"].ToString(), form["redirect_uri"].ToString(), form["code_verifier"].ToString());
        if (exchanged is not { } given)
        {
            await RefuseAsync(http, 400, "invalid_grant");
            return;
        }

        http.Response.Headers.CacheControl = "no-store";
        await RestPipeline.WriteAsync(http, 200, new JsonObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = given.Token,
            ["expires_in"] = OAuthDesk.ExpiresIn,
            ["scope"] = string.Join(' ', given.Grant.Scopes),
        });
    }

    private async Task RevokeAsync(HttpContext http)
    {
        if (await ReadAsync(http) is not { } form)
            return;
        lock (world.Gate)
            desk.Revoke(form["token"].ToString());
        await RestPipeline.WriteAsync(http, 200, new JsonObject());
    }

    /// <summary>The form of a call by the application itself; null where it was refused.</summary>
    private async Task<IFormCollection?> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            await RefuseAsync(http, 400, "invalid_request");
            return null;
        }

        IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted);
        (string client, string secret) = Credentials(http.Request, form);
        if (client == world.BotId.ToString() && desk.IsSecret(secret))
            return form;
        await RefuseAsync(http, 401, "invalid_client");
        return null;
    }

    private static (string Client, string Secret) Credentials(HttpRequest request, IFormCollection form)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out AuthenticationHeaderValue? header) || header.Scheme != "Basic")
            return (form["client_id"].ToString(), form["client_secret"].ToString());
        byte[] decoded = new byte[header.Parameter?.Length ?? 0];
        string[] parts = Convert.TryFromBase64String(header.Parameter ?? "", decoded, out int length) ? Encoding.UTF8.GetString(decoded, 0, length).Split(':', 2) : [];
        return parts.Length == 2 ? (parts[0], parts[1]) : ("", "");
    }

    private RestReply Authorization(RestCall call)
    {
        OAuthGrant grant = call.Grant ?? throw ApiErrors.Unauthorized();
        return RestReply.Ok(new JsonObject
        {
            ["application"] = ApplicationJson.Of(world, options.PrivilegedIntents),
            ["scopes"] = JsonText.Array(grant.Scopes.Select(scope => (JsonNode)scope)),
            ["expires"] = JsonText.Time(grant.ExpiresAt),
            ["user"] = UserJson.Of(world.User(call.Caller)),
        });
    }

    private static Task RefuseAsync(HttpContext http, int status, string error) => RestPipeline.WriteAsync(http, status, new JsonObject { ["error"] = error });

    private static Task WriteAsync(HttpContext http, string page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(page, http.RequestAborted);
    }
}
