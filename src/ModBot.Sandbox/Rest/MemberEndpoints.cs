using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Members and bans.</summary>
internal sealed class MemberEndpoints(WorldState world, MemberDesk desk, SandboxOptions options)
{
    private const int MaxDeleteSeconds = 604_800, MaxBulkBan = 200;

    public void Map(RestRoutes routes)
    {
        routes.Get("/guilds/{guild_id}/members", RouteBucket.MemberRead, List);
        routes.Get("/guilds/{guild_id}/members/search", RouteBucket.MemberRead, Search);
        routes.Get("/guilds/{guild_id}/members/{user_id}", RouteBucket.MemberRead, Get);
        routes.Patch("/guilds/{guild_id}/members/@me", RouteBucket.MemberEdit, call => Edit(call, call.Caller));
        routes.Patch("/guilds/{guild_id}/members/{user_id}", RouteBucket.MemberEdit, call => Edit(call, call.Id("user_id")));
        routes.Delete("/guilds/{guild_id}/members/{user_id}", RouteBucket.MemberEdit, Kick);
        routes.Put("/guilds/{guild_id}/members/{user_id}/roles/{role_id}", RouteBucket.MemberRoles, call => ChangeRole(call, grant: true));
        routes.Delete("/guilds/{guild_id}/members/{user_id}/roles/{role_id}", RouteBucket.MemberRoles, call => ChangeRole(call, grant: false));
        routes.Get("/guilds/{guild_id}/bans", RouteBucket.Bans, Bans);
        routes.Get("/guilds/{guild_id}/bans/{user_id}", RouteBucket.Bans, GetBan);
        routes.Put("/guilds/{guild_id}/bans/{user_id}", RouteBucket.Bans, Ban);
        routes.Delete("/guilds/{guild_id}/bans/{user_id}", RouteBucket.Bans, Unban);
        routes.Post("/guilds/{guild_id}/bulk-ban", RouteBucket.Bans, BulkBan);
    }

    private RestReply List(RestCall call)
    {
        GuildState guild = call.Guild();
        if (!options.PrivilegedIntents.HasFlag(Gateway.GatewayIntents.GuildMembers))
            throw ApiErrors.MissingAccess();
        int limit = call.QueryInt("limit", 1, 1, 1_000);
        Snowflake after = call.QueryId("after") ?? default;
        return RestReply.Ok(JsonText.Array(guild.Members.Values
            .Where(m => m.UserId > after)
            .OrderBy(m => m.UserId)
            .Take(limit)
            .Select(m => GuildJson.Member(world, m))));
    }

    private RestReply Search(RestCall call)
    {
        GuildState guild = call.Guild();
        string query = call.Query("query") ?? throw ApiErrors.Form("query", "BASE_TYPE_REQUIRED", "This field is required");
        int limit = call.QueryInt("limit", 1, 1, 1_000);
        return RestReply.Ok(JsonText.Array(guild.Members.Values
            .Where(m => world.Users[m.UserId].Username.StartsWith(query, StringComparison.OrdinalIgnoreCase) || (m.Nick?.StartsWith(query, StringComparison.OrdinalIgnoreCase) ?? false))
            .Take(limit)
            .Select(m => GuildJson.Member(world, m))));
    }

    private RestReply Get(RestCall call)
    {
        GuildState guild = call.Guild();
        Snowflake userId = call.Id("user_id");
        if (guild.Members.TryGetValue(userId, out MemberState? member))
            return RestReply.Ok(GuildJson.Member(world, member));
        throw world.Users.ContainsKey(userId) ? ApiErrors.UnknownMember() : ApiErrors.UnknownUser();
    }

    private RestReply Edit(RestCall call, Snowflake userId) =>
        RestReply.Ok(GuildJson.Member(world, desk.Edit(call.Guild(), userId, call.Caller, call.Form(), call.Reason)));

    private RestReply Kick(RestCall call)
    {
        desk.Kick(call.Guild(), call.Id("user_id"), call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply ChangeRole(RestCall call, bool grant)
    {
        desk.ChangeRole(call.Guild(), call.Id("user_id"), call.Id("role_id"), grant, call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply Bans(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.BanMembers);
        int limit = call.QueryInt("limit", 1_000, 1, 1_000);
        Snowflake after = call.QueryId("after") ?? default, before = call.QueryId("before") ?? new Snowflake(ulong.MaxValue);
        return RestReply.Ok(JsonText.Array(guild.Bans.Values
            .Where(b => b.UserId > after && b.UserId < before)
            .OrderBy(b => b.UserId)
            .Take(limit)
            .Select(b => GuildJson.Ban(world, b))));
    }

    private RestReply GetBan(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.BanMembers);
        return RestReply.Ok(GuildJson.Ban(world, guild.Bans.GetValueOrDefault(call.Id("user_id")) ?? throw ApiErrors.UnknownBan()));
    }

    private RestReply Ban(RestCall call)
    {
        Form form = call.Form();
        int seconds = DeleteSeconds(form);
        form.Errors.ThrowIfAny();
        desk.Ban(call.Guild(), call.Id("user_id"), call.Caller, seconds, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply Unban(RestCall call)
    {
        desk.Unban(call.Guild(), call.Id("user_id"), call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply BulkBan(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.BanMembers | PermissionBits.ManageGuild);
        Form form = call.Form();
        IReadOnlyList<Snowflake> ids = form.Ids("user_ids", 1, MaxBulkBan, required: true) ?? [];
        int seconds = DeleteSeconds(form);
        form.Errors.ThrowIfAny();
        var banned = new List<Snowflake>();
        var failed = new List<Snowflake>();
        foreach (Snowflake id in ids.Distinct())
        {
            bool above = !guild.Members.ContainsKey(id) || PermissionCalculator.Outranks(guild, call.Caller, id);
            if (id == call.Caller || !above || guild.Bans.ContainsKey(id))
            {
                failed.Add(id);
                continue;
            }

            desk.Ban(guild, id, call.Caller, seconds, call.Reason);
            banned.Add(id);
        }

        if (banned.Count == 0)
            throw ApiErrors.BulkBanFailed();
        return RestReply.Ok(new JsonObject { ["banned_users"] = JsonText.Ids(banned), ["failed_users"] = JsonText.Ids(failed) });
    }

    private static int DeleteSeconds(Form form) =>
        form.Int("delete_message_seconds", 0, MaxDeleteSeconds) ?? (form.Int("delete_message_days", 0, 7) ?? 0) * 86_400;
}
