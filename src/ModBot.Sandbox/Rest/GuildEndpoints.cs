using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Guilds, roles, audit log, incident actions, prune.</summary>
internal sealed class GuildEndpoints(WorldState world, RoleDesk roles, MemberDesk members)
{
    public void Map(RestRoutes routes)
    {
        routes.Get("/guilds/{guild_id}", RouteBucket.GuildRead, Get);
        routes.Patch("/guilds/{guild_id}", RouteBucket.GuildEdit, Edit);
        routes.Put("/guilds/{guild_id}/incident-actions", RouteBucket.GuildEdit, SetIncidents);
        routes.Get("/guilds/{guild_id}/roles", RouteBucket.Roles, call => RestReply.Ok(RoleList(call.Guild())));
        routes.Post("/guilds/{guild_id}/roles", RouteBucket.Roles, call => RestReply.Ok(GuildJson.Role(roles.Create(call.Guild(), call.Caller, call.Form(), call.Reason))));
        routes.Patch("/guilds/{guild_id}/roles", RouteBucket.Roles, MoveRoles);
        routes.Get("/guilds/{guild_id}/roles/{role_id}", RouteBucket.Roles, GetRole);
        routes.Patch("/guilds/{guild_id}/roles/{role_id}", RouteBucket.Roles, EditRole);
        routes.Delete("/guilds/{guild_id}/roles/{role_id}", RouteBucket.Roles, DeleteRole);
        routes.Get("/guilds/{guild_id}/audit-logs", RouteBucket.AuditLog, ReadAuditLog);
        routes.Get("/guilds/{guild_id}/prune", RouteBucket.GuildEdit, call => Prune(call, execute: false));
        routes.Post("/guilds/{guild_id}/prune", RouteBucket.GuildEdit, call => Prune(call, execute: true));
        foreach (string empty in (ReadOnlySpan<string>)["emojis", "stickers", "integrations"])
            routes.Get($"/guilds/{{guild_id}}/{empty}", RouteBucket.GuildRead, call => Empty(call.Guild()));
    }

    private static RestReply Empty(GuildState _) => RestReply.Ok(new JsonArray());

    private RestReply Get(RestCall call)
    {
        GuildState guild = call.Guild();
        JsonObject json = GuildJson.Of(guild);
        if (call.QueryBool("with_counts"))
        {
            json["approximate_member_count"] = guild.Members.Count;
            json["approximate_presence_count"] = Math.Min(1, world.Users.Count);
        }

        return RestReply.Ok(json);
    }

    private RestReply Edit(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.ManageGuild);
        Form form = call.Form();
        string? name = form.Text("name", 2, 100);
        int? verification = form.Int("verification_level", 0, 4);
        int? filter = form.Int("explicit_content_filter", 0, 2);
        string? description = form.Text("description", max: 300);
        Snowflake? system = form.Id("system_channel_id");
        JsonArray? features = form.Array("features");
        form.Errors.ThrowIfAny();
        guild.Name = name ?? guild.Name;
        guild.VerificationLevel = verification ?? guild.VerificationLevel;
        guild.ExplicitContentFilter = filter ?? guild.ExplicitContentFilter;
        guild.Description = form.Has("description") ? description : guild.Description;
        guild.SystemChannelId = form.Has("system_channel_id") ? system : guild.SystemChannelId;
        if (features is not null)
            guild.Features = [.. features.Select(f => f?.ToString()).OfType<string>().Distinct()];
        TellGuild(guild);
        AuditLog.Write(world, guild, AuditAction.GuildUpdate, call.Caller, guild.Id, call.Reason);
        return RestReply.Ok(GuildJson.Of(guild));
    }

    private RestReply SetIncidents(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.ManageGuild);
        Form form = call.Form();
        DateTimeOffset latest = world.Now.AddHours(24);
        DateTimeOffset? invites = form.Time("invites_disabled_until"), direct = form.Time("dms_disabled_until");
        if (invites > latest)
            form.Errors.Add("invites_disabled_until", "INCIDENTS_DATA_INVALID", "Must be at most 24 hours ahead");
        if (direct > latest)
            form.Errors.Add("dms_disabled_until", "INCIDENTS_DATA_INVALID", "Must be at most 24 hours ahead");
        form.Errors.ThrowIfAny();
        guild.InvitesDisabledUntil = form.Has("invites_disabled_until") ? invites : guild.InvitesDisabledUntil;
        guild.DirectMessagesDisabledUntil = form.Has("dms_disabled_until") ? direct : guild.DirectMessagesDisabledUntil;
        TellGuild(guild);
        return RestReply.Ok(GuildJson.Incidents(guild) ?? new JsonObject { ["invites_disabled_until"] = null, ["dms_disabled_until"] = null });
    }

    private void TellGuild(GuildState guild) =>
        world.Publish(new WorldEvent("GUILD_UPDATE", GuildJson.Of(guild)) { GuildId = guild.Id, Intents = GatewayIntents.Guilds });

    private static JsonArray RoleList(GuildState guild) => JsonText.Array(guild.Roles.Values.OrderBy(r => r.Position).Select(GuildJson.Role));

    private static RestReply GetRole(RestCall call) =>
        RestReply.Ok(GuildJson.Role(call.Guild().Roles.GetValueOrDefault(call.Id("role_id")) ?? throw ApiErrors.UnknownRole()));

    private RestReply EditRole(RestCall call) =>
        RestReply.Ok(GuildJson.Role(roles.Edit(call.Guild(), call.Id("role_id"), call.Caller, call.Form(), call.Reason)));

    private RestReply DeleteRole(RestCall call)
    {
        roles.Delete(call.Guild(), call.Id("role_id"), call.Caller, call.Reason);
        return RestReply.NoContent;
    }

    private RestReply MoveRoles(RestCall call)
    {
        GuildState guild = call.Guild();
        var errors = new FormErrors();
        var positions = new List<(Snowflake, int)>();
        JsonArray entries = call.Array();
        for (int i = 0; i < entries.Count; i++)
        {
            var form = new Form(entries[i] as JsonObject ?? [], errors, i.ToString());
            if (form.Id("id", required: true) is { } id && form.Int("position", 0) is { } position)
                positions.Add((id, position));
        }

        errors.ThrowIfAny();
        roles.Move(guild, call.Caller, positions);
        return RestReply.Ok(RoleList(guild));
    }

    private RestReply ReadAuditLog(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.ViewAuditLog);
        int limit = call.QueryInt("limit", 50, 1, 100);
        Snowflake? userId = call.QueryId("user_id"), targetId = call.QueryId("target_id"), before = call.QueryId("before"), after = call.QueryId("after");
        int action = call.QueryInt("action_type", 0, 0, 1_000);
        IEnumerable<AuditEntryState> entries = guild.AuditLog.Where(e =>
            (userId is null || e.UserId == userId)
            && (targetId is null || e.TargetId == targetId)
            && (action == 0 || (int)e.Action == action)
            && (before is not { } b || e.Id < b)
            && (after is not { } a || e.Id > a));
        AuditEntryState[] page = [.. (after is null ? entries.Reverse() : entries).Take(limit)];
        IEnumerable<Snowflake> users = page.SelectMany(e => new[] { e.UserId, e.TargetId }).OfType<Snowflake>().Distinct();
        return RestReply.Ok(new JsonObject
        {
            ["audit_log_entries"] = JsonText.Array(page.Select(AuditLog.Json)),
            ["users"] = JsonText.Array(users.Where(world.Users.ContainsKey).Select(id => UserJson.Of(world.Users[id]))),
            ["integrations"] = new JsonArray(),
            ["webhooks"] = new JsonArray(),
            ["guild_scheduled_events"] = new JsonArray(),
            ["threads"] = new JsonArray(),
            ["application_commands"] = new JsonArray(),
            ["auto_moderation_rules"] = new JsonArray(),
        });
    }

    /// <summary>Nobody in the sandbox has been away, so only members without any role and message count.</summary>
    private RestReply Prune(RestCall call, bool execute)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.ManageGuild | PermissionBits.KickMembers);
        Form form = call.Form();
        int days = execute ? form.Int("days", 1, 30) ?? 7 : call.QueryInt("days", 7, 1, 30);
        form.Errors.ThrowIfAny();
        DateTimeOffset since = world.Now.AddDays(-days);
        Snowflake[] idle =
        [
            .. guild.Members.Values
                .Where(m => m.Roles.Count == 0 && m.JoinedAt < since && m.UserId != guild.OwnerId)
                .Select(m => m.UserId)
                .Where(id => !guild.Channels.Values.Any(c => c.Messages.Exists(m => m.AuthorId == id && m.Timestamp >= since))),
        ];
        if (execute && idle.Length > 0)
        {
            foreach (Snowflake id in idle)
                members.Leave(guild, id);
            AuditLog.Write(world, guild, AuditAction.MemberPrune, call.Caller, null, call.Reason, options: AuditLog.Options(("delete_member_days", days.ToString()), ("members_removed", idle.Length.ToString())));
        }

        return RestReply.Ok(new JsonObject { ["pruned"] = idle.Length });
    }
}
