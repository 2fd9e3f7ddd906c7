using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.World;

/// <summary>Roles: create, edit, move, delete, within the actor's hierarchy. Called under the world's gate.</summary>
internal sealed class RoleDesk(WorldState world)
{
    private const int MaxRoles = 250;

    public RoleState Create(GuildState guild, Snowflake actorId, Form form, string? reason)
    {
        Require(guild, actorId);
        if (guild.Roles.Count >= MaxRoles)
            throw ApiErrors.MaxRoles();
        var role = new RoleState { Id = world.Ids.Next(), Name = "new role", Position = 1, Permissions = guild.Everyone.Permissions };
        Apply(guild, actorId, role, form);
        foreach (RoleState other in guild.Roles.Values.Where(r => r.Position >= 1))
            other.Position++;
        guild.Roles.Add(role.Id, role);
        Tell("GUILD_ROLE_CREATE", guild, role);
        AuditLog.Write(world, guild, AuditAction.RoleCreate, actorId, role.Id, reason, [AuditLog.Change("name", null, role.Name)]);
        return role;
    }

    public RoleState Edit(GuildState guild, Snowflake roleId, Snowflake actorId, Form form, string? reason)
    {
        RoleState role = Editable(guild, roleId, actorId);
        string before = role.Name;
        Apply(guild, actorId, role, form);
        Tell("GUILD_ROLE_UPDATE", guild, role);
        AuditLog.Write(world, guild, AuditAction.RoleUpdate, actorId, role.Id, reason, [AuditLog.Change("name", before, role.Name)]);
        return role;
    }

    public void Delete(GuildState guild, Snowflake roleId, Snowflake actorId, string? reason)
    {
        RoleState role = Editable(guild, roleId, actorId);
        if (role.Managed || role.Id == guild.Id)
            throw ApiErrors.InvalidRole();
        guild.Roles.Remove(roleId);
        foreach (MemberState member in guild.Members.Values)
            member.Roles.Remove(roleId);
        world.Publish(new WorldEvent("GUILD_ROLE_DELETE", new JsonObject { ["guild_id"] = guild.Id.ToString(), ["role_id"] = roleId.ToString() })
        {
            GuildId = guild.Id,
            Intents = GatewayIntents.Guilds,
        });
        AuditLog.Write(world, guild, AuditAction.RoleDelete, actorId, roleId, reason, [AuditLog.Change("name", role.Name, null)]);
    }

    public void Move(GuildState guild, Snowflake actorId, IReadOnlyList<(Snowflake Id, int Position)> positions)
    {
        Require(guild, actorId);
        foreach ((Snowflake id, _) in positions)
            Editable(guild, id, actorId);
        foreach ((Snowflake id, int position) in positions)
        {
            guild.Roles[id].Position = position;
            Tell("GUILD_ROLE_UPDATE", guild, guild.Roles[id]);
        }
    }

    private void Apply(GuildState guild, Snowflake actorId, RoleState role, Form form)
    {
        string? name = form.Text("name", 1, 100);
        PermissionBits? permissions = form.Permissions("permissions");
        int? color = form.Int("color", 0, 0xFFFFFF);
        Form? colors = form.Object("colors");
        color = colors?.Int("primary_color", 0, 0xFFFFFF, required: true) ?? color;
        bool? hoist = form.Bool("hoist"), mentionable = form.Bool("mentionable");
        string? emoji = form.Text("unicode_emoji", max: 100);
        form.Errors.ThrowIfAny();
        PermissionBits own = PermissionCalculator.InGuild(guild, actorId, world.Now);
        if (permissions is { } wanted && (wanted & ~role.Permissions & ~own) != PermissionBits.None)
            throw ApiErrors.MissingPermissions();
        role.Name = name ?? role.Name;
        role.Permissions = permissions ?? role.Permissions;
        role.Color = color ?? role.Color;
        role.SecondaryColor = colors is null ? role.SecondaryColor : colors.Int("secondary_color", 0, 0xFFFFFF);
        role.TertiaryColor = colors is null ? role.TertiaryColor : colors.Int("tertiary_color", 0, 0xFFFFFF);
        role.Hoist = hoist ?? role.Hoist;
        role.Mentionable = mentionable ?? role.Mentionable;
        role.UnicodeEmoji = form.Has("unicode_emoji") ? emoji : role.UnicodeEmoji;
    }

    private RoleState Editable(GuildState guild, Snowflake roleId, Snowflake actorId)
    {
        Require(guild, actorId);
        RoleState role = guild.Roles.GetValueOrDefault(roleId) ?? throw ApiErrors.UnknownRole();
        return PermissionCalculator.Outranks(guild, actorId, role) ? role : throw ApiErrors.MissingPermissions();
    }

    private void Require(GuildState guild, Snowflake actorId)
    {
        if (!PermissionCalculator.InGuild(guild, actorId, world.Now).HasFlag(PermissionBits.ManageRoles))
            throw ApiErrors.MissingPermissions();
    }

    private void Tell(string name, GuildState guild, RoleState role) =>
        world.Publish(new WorldEvent(name, GuildJson.RoleEvent(guild, role)) { GuildId = guild.Id, Intents = GatewayIntents.Guilds });
}
