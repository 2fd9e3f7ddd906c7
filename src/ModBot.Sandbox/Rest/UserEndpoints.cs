using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>The gateway's address, the caller's own user, the bot's application, other users.</summary>
internal sealed class UserEndpoints(WorldState world, GatewayHub hub, SandboxOptions options, MemberDesk members)
{
    public void Map(RestRoutes routes)
    {
        routes.Get("/gateway", RouteBucket.Unlimited, _ => RestReply.Ok(new JsonObject { ["url"] = Url(hub.GatewayUrl) }), open: true);
        routes.Get("/gateway/bot", RouteBucket.Unlimited, GatewayBot);
        routes.Get("/users/@me", RouteBucket.Users, call => RestReply.Ok(UserJson.Own(world.User(call.Caller))), scope: "identify");
        routes.Patch("/users/@me", RouteBucket.Users, EditOwn);
        routes.Get("/users/@me/guilds", RouteBucket.Users, Guilds, scope: "guilds");
        routes.Delete("/users/@me/guilds/{guild_id}", RouteBucket.Users, LeaveGuild);
        routes.Get("/users/{user_id}", RouteBucket.Users, call => RestReply.Ok(UserJson.Of(world.User(call.Id("user_id")))));
        routes.Get("/applications/@me", RouteBucket.Users, Application);
        routes.Get("/oauth2/applications/@me", RouteBucket.Users, Application);
        routes.Get("/voice/regions", RouteBucket.GuildRead, _ => RestReply.Ok(new JsonArray()));
        routes.Get("/sticker-packs", RouteBucket.GuildRead, _ => RestReply.Ok(new JsonObject { ["sticker_packs"] = new JsonArray() }));
    }

    /// <summary>Without a trailing slash, as Discord's.</summary>
    private static string Url(Uri address) => address.AbsoluteUri.TrimEnd('/');

    private RestReply GatewayBot(RestCall call)
    {
        (int remaining, long resetAfter) = hub.Quota.Left(world.Now);
        return RestReply.Ok(new JsonObject
        {
            ["url"] = Url(hub.GatewayUrl),
            ["session_start_limit"] = new JsonObject
            {
                ["max_concurrency"] = options.MaxConcurrency,
                ["remaining"] = remaining,
                ["reset_after"] = resetAfter,
                ["total"] = IdentifyQuota.PerDay,
            },
            ["shards"] = options.Shards,
        });
    }

    private RestReply EditOwn(RestCall call)
    {
        Form form = call.Form();
        string? name = form.Text("username", 2, 32);
        form.Errors.ThrowIfAny();
        world.Bot.Username = name ?? world.Bot.Username;
        world.Publish(new WorldEvent("USER_UPDATE", UserJson.Own(world.Bot)));
        return RestReply.Ok(UserJson.Own(world.Bot));
    }

    private RestReply Guilds(RestCall call)
    {
        int limit = call.QueryInt("limit", 200, 1, 200);
        Snowflake after = call.QueryId("after") ?? default, before = call.QueryId("before") ?? new Snowflake(ulong.MaxValue);
        return RestReply.Ok(JsonText.Array(world.Guilds.Values
            .Where(g => g.Id > after && g.Id < before && g.Members.ContainsKey(call.Caller))
            .OrderBy(g => g.Id)
            .Take(limit)
            .Select(g => new JsonObject
            {
                ["id"] = g.Id.ToString(),
                ["name"] = g.Name,
                ["icon"] = null,
                ["banner"] = null,
                ["owner"] = g.OwnerId == call.Caller,
                ["permissions"] = ((ulong)PermissionCalculator.InGuild(g, call.Caller, world.Now)).ToString(),
                ["features"] = JsonText.Array(g.Features.Select(f => (JsonNode)f)),
            })));
    }

    private RestReply LeaveGuild(RestCall call)
    {
        GuildState guild = call.Guild();
        world.Publish(new WorldEvent("GUILD_DELETE", new JsonObject { ["id"] = guild.Id.ToString() }) { GuildId = guild.Id, Intents = GatewayIntents.Guilds });
        members.Leave(guild, world.BotId);
        return RestReply.NoContent;
    }

    private RestReply Application(RestCall call) => RestReply.Ok(ApplicationJson.Of(world, options.PrivilegedIntents));
}
