using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.World;

/// <summary>Writes audit-log entries and tells those who may see them.</summary>
internal static class AuditLog
{
    /// <summary>Entries kept per guild.</summary>
    private const int Capacity = 2_000;

    public static void Write(
        WorldState world,
        GuildState guild,
        AuditAction action,
        Snowflake actorId,
        Snowflake? targetId,
        string? reason,
        JsonArray? changes = null,
        JsonObject? options = null)
    {
        var entry = new AuditEntryState
        {
            Id = world.Ids.Next(),
            Action = action,
            UserId = actorId,
            TargetId = targetId,
            Changes = changes is { Count: > 0 } ? changes : null,
            Options = options,
            Reason = reason,
        };
        guild.AuditLog.Add(entry);
        if (guild.AuditLog.Count > Capacity)
            guild.AuditLog.RemoveAt(0);
        JsonObject payload = Json(entry);
        payload["guild_id"] = guild.Id.ToString();
        world.Publish(new WorldEvent("GUILD_AUDIT_LOG_ENTRY_CREATE", payload)
        {
            GuildId = guild.Id,
            Intents = GatewayIntents.GuildModeration,
            AnyPermission = PermissionBits.ViewAuditLog,
        });
    }

    public static JsonObject Json(AuditEntryState entry)
    {
        var json = new JsonObject
        {
            ["id"] = entry.Id.ToString(),
            ["action_type"] = (int)entry.Action,
            ["user_id"] = entry.UserId?.ToString(),
            ["target_id"] = entry.TargetId?.ToString(),
        };
        if (entry.Changes is { } changes)
            json["changes"] = changes.DeepClone();
        if (entry.Options is { } options)
            json["options"] = options.DeepClone();
        if (entry.Reason is { } reason)
            json["reason"] = reason;
        return json;
    }

    /// <summary>One change; absent values are left out.</summary>
    public static JsonObject Change(string key, JsonNode? before, JsonNode? after)
    {
        var json = new JsonObject { ["key"] = key };
        if (before is not null)
            json["old_value"] = before;
        if (after is not null)
            json["new_value"] = after;
        return json;
    }

    public static JsonObject Options(params ReadOnlySpan<(string Key, string Value)> pairs)
    {
        var json = new JsonObject();
        foreach ((string key, string value) in pairs)
            json[key] = value;
        return json;
    }

    public static string Text(DateTimeOffset time) => JsonText.Time(time);
}
