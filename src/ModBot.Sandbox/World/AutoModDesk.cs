using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.World;

/// <summary>Runs the guild's AutoMod rules over what people post, and says what they did. Called under the world's gate.</summary>
internal sealed class AutoModDesk(WorldState world)
{
    private const int BlockMessage = 1, SendAlert = 2, TimeOut = 3, AlertMessage = 24;

    /// <summary>Whether a rule blocks the message; its actions have then been carried out and told.</summary>
    /// <param name="guild">The guild.</param>
    /// <param name="channel">Where it would be posted.</param>
    /// <param name="authorId">Who posts.</param>
    /// <param name="content">What.</param>
    /// <param name="insert">Posts an alert.</param>
    public bool Blocks(GuildState guild, ChannelState channel, Snowflake authorId, string content, Action<ChannelState, MessageState> insert)
    {
        if (guild.AutoModRules.Count == 0 || IsExempt(guild, authorId))
            return false;
        bool blocked = false;
        foreach (JsonObject rule in guild.AutoModRules.Values.ToArray())
        {
            if (!Applies(rule, guild, channel, authorId) || AutoModMatch.Find(rule, content) is not { } match)
                continue;
            JsonObject[] actions = [.. ((JsonArray)rule["actions"]!).OfType<JsonObject>()];
            blocked |= actions.Any(a => (int)a["type"]! == BlockMessage);
            foreach (JsonObject action in actions)
                Execute(guild, channel, authorId, content, rule, action, match, insert);
        }

        return blocked;
    }

    public void Tell(string name, GuildState guild, JsonObject rule) => world.Publish(new WorldEvent(name, (JsonObject)rule.DeepClone())
    {
        GuildId = guild.Id,
        Intents = GatewayIntents.AutoModerationConfiguration,
        AnyPermission = PermissionBits.ManageGuild,
    });

    /// <summary>Those who may manage the guild are never held.</summary>
    private bool IsExempt(GuildState guild, Snowflake authorId) =>
        PermissionCalculator.InGuild(guild, authorId, world.Now).HasFlag(PermissionBits.ManageGuild);

    private static bool Applies(JsonObject rule, GuildState guild, ChannelState channel, Snowflake authorId) =>
        (bool)rule["enabled"]!
        && !Contains(rule["exempt_channels"], [channel.Id, channel.ParentId ?? default])
        && !Contains(rule["exempt_roles"], guild.Members.TryGetValue(authorId, out MemberState? member) ? member.Roles : []);

    private static bool Contains(JsonNode? ids, IEnumerable<Snowflake> wanted)
    {
        HashSet<string> set = [.. (ids as JsonArray ?? []).Select(i => (string)i!)];
        return wanted.Any(w => set.Contains(w.ToString()));
    }

    private void Execute(
        GuildState guild,
        ChannelState channel,
        Snowflake authorId,
        string content,
        JsonObject rule,
        JsonObject action,
        AutoModMatch match,
        Action<ChannelState, MessageState> insert)
    {
        Snowflake? alertId = null;
        switch ((int)action["type"]!)
        {
            case SendAlert: alertId = Alert(guild, action, rule, authorId, content, insert); break;
            case TimeOut: SetTimeout(guild, authorId, action); break;
        }

        var payload = new JsonObject
        {
            ["guild_id"] = guild.Id.ToString(),
            ["action"] = action.DeepClone(),
            ["rule_id"] = rule["id"]!.DeepClone(),
            ["rule_trigger_type"] = rule["trigger_type"]!.DeepClone(),
            ["user_id"] = authorId.ToString(),
            ["channel_id"] = channel.Id.ToString(),
            ["content"] = content,
            ["matched_keyword"] = match.Keyword,
            ["matched_content"] = match.Text,
        };
        if (alertId is { } id)
            payload["alert_system_message_id"] = id.ToString();
        world.Publish(new WorldEvent("AUTO_MODERATION_ACTION_EXECUTION", payload)
        {
            GuildId = guild.Id,
            Intents = GatewayIntents.AutoModerationExecution,
            AnyPermission = PermissionBits.ManageGuild,
        });
        if ((int)action["type"]! == BlockMessage)
        {
            AuditLog.Write(world, guild, AuditAction.AutoModBlockMessage, authorId, authorId, null, options: AuditLog.Options(
                ("auto_moderation_rule_name", (string)rule["name"]!),
                ("auto_moderation_rule_trigger_type", rule["trigger_type"]!.ToString()),
                ("channel_id", channel.Id.ToString())));
        }
    }

    private Snowflake? Alert(GuildState guild, JsonObject action, JsonObject rule, Snowflake authorId, string content, Action<ChannelState, MessageState> insert)
    {
        if (!Snowflake.TryParse((string?)action["metadata"]?["channel_id"], null, out Snowflake id) || !guild.Channels.TryGetValue(id, out ChannelState? target))
            return null;
        var alert = new MessageState
        {
            Id = world.Ids.Next(),
            ChannelId = id,
            AuthorId = authorId,
            Type = AlertMessage,
            Embeds =
            [
                new JsonObject
                {
                    ["type"] = "auto_moderation_message",
                    ["description"] = content,
                    ["fields"] = new JsonArray(new JsonObject { ["name"] = "rule_name", ["value"] = rule["name"]!.DeepClone(), ["inline"] = false }),
                },
            ],
        };
        insert(target, alert);
        return alert.Id;
    }

    private void SetTimeout(GuildState guild, Snowflake authorId, JsonObject action)
    {
        if (!guild.Members.TryGetValue(authorId, out MemberState? member))
            return;
        member.TimedOutUntil = world.Now.AddSeconds((int?)action["metadata"]?["duration_seconds"] ?? 60);
        world.Publish(new WorldEvent("GUILD_MEMBER_UPDATE", GuildJson.MemberEvent(world, guild, member)) { GuildId = guild.Id, Intents = GatewayIntents.GuildMembers });
    }
}
