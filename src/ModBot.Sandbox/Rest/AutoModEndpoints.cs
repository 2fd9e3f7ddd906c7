using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Rest;

/// <summary>Discord's own AutoMod rules.</summary>
internal sealed class AutoModEndpoints(WorldState world, AutoModDesk desk)
{
    private const string Rules = "/guilds/{guild_id}/auto-moderation/rules";
    private const int Keyword = 1, Spam = 3, Preset = 4, MentionSpam = 5, Profile = 6, MaxTimeout = 2_419_200;

    /// <summary>Rules of each trigger that a guild may have.</summary>
    private static readonly Dictionary<int, int> MaxByTrigger = new() { [Keyword] = 6, [Spam] = 1, [Preset] = 1, [MentionSpam] = 1, [Profile] = 1 };

    public void Map(RestRoutes routes)
    {
        routes.Get(Rules, RouteBucket.AutoModeration, call => RestReply.Ok(JsonText.Array(Guild(call).AutoModRules.Values.Select(r => r.DeepClone()))));
        routes.Post(Rules, RouteBucket.AutoModeration, Create);
        routes.Get(Rules + "/{rule_id}", RouteBucket.AutoModeration, call => RestReply.Ok(Find(Guild(call), call).DeepClone()));
        routes.Patch(Rules + "/{rule_id}", RouteBucket.AutoModeration, Edit);
        routes.Delete(Rules + "/{rule_id}", RouteBucket.AutoModeration, Delete);
    }

    private RestReply Create(RestCall call)
    {
        GuildState guild = Guild(call);
        Form form = call.Form();
        int trigger = form.Choice("trigger_type", Keyword, Spam, Preset, MentionSpam, Profile) ?? 0;
        if (!form.Has("trigger_type"))
            form.Errors.Required("trigger_type");
        JsonObject rule = Read(call, guild, form, trigger, world.Ids.Next(), call.Caller);
        if (guild.AutoModRules.Values.Count(r => (int)r["trigger_type"]! == trigger) >= MaxByTrigger[trigger])
            throw ApiErrors.Form("trigger_type", "AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED", "Maximum number of rules of this type reached");
        return RestReply.Ok(Keep(call, guild, rule, "AUTO_MODERATION_RULE_CREATE", AuditAction.AutoModRuleCreate));
    }

    private RestReply Edit(RestCall call)
    {
        GuildState guild = Guild(call);
        JsonObject old = Find(guild, call);
        var merged = (JsonObject)old.DeepClone();
        foreach ((string key, JsonNode? value) in call.Form().Body)
            merged[key] = value?.DeepClone();
        int trigger = (int)old["trigger_type"]!;
        JsonObject rule = Read(call, guild, new Form(merged, new FormErrors()), trigger, call.Id("rule_id"), Snowflake.Parse((string)old["creator_id"]!));
        return RestReply.Ok(Keep(call, guild, rule, "AUTO_MODERATION_RULE_UPDATE", AuditAction.AutoModRuleUpdate));
    }

    private RestReply Delete(RestCall call)
    {
        GuildState guild = Guild(call);
        JsonObject rule = Find(guild, call);
        guild.AutoModRules.Remove(call.Id("rule_id"));
        desk.Tell("AUTO_MODERATION_RULE_DELETE", guild, rule);
        AuditLog.Write(world, guild, AuditAction.AutoModRuleDelete, call.Caller, call.Id("rule_id"), call.Reason, [AuditLog.Change("name", rule["name"]!.DeepClone(), null)]);
        return RestReply.NoContent;
    }

    private JsonNode Keep(RestCall call, GuildState guild, JsonObject rule, string happening, AuditAction action)
    {
        var id = Snowflake.Parse((string)rule["id"]!);
        guild.AutoModRules[id] = rule;
        desk.Tell(happening, guild, rule);
        AuditLog.Write(world, guild, action, call.Caller, id, call.Reason, [AuditLog.Change("name", null, rule["name"]!.DeepClone())]);
        return rule.DeepClone();
    }

    private static GuildState Guild(RestCall call)
    {
        GuildState guild = call.Guild();
        call.Require(guild, PermissionBits.ManageGuild);
        return guild;
    }

    private static JsonObject Find(GuildState guild, RestCall call) =>
        guild.AutoModRules.GetValueOrDefault(call.Id("rule_id")) ?? throw new ApiErrorException(404, 10066, "Unknown Auto Moderation Rule");

    private static JsonObject Read(RestCall call, GuildState guild, Form form, int trigger, Snowflake id, Snowflake creator)
    {
        var rule = new JsonObject
        {
            ["id"] = id.ToString(),
            ["guild_id"] = guild.Id.ToString(),
            ["creator_id"] = creator.ToString(),
            ["name"] = form.Text("name", 1, 100, required: true),
            ["event_type"] = form.Choice("event_type", 1, 2) ?? 1,
            ["actions"] = Actions(call, guild, form, trigger),
            ["trigger_type"] = trigger,
            ["enabled"] = form.Bool("enabled") ?? false,
            ["exempt_roles"] = JsonText.Ids(form.Ids("exempt_roles", max: 20) ?? []),
            ["exempt_channels"] = JsonText.Ids(form.Ids("exempt_channels", max: 50) ?? []),
            ["trigger_metadata"] = Metadata(form, trigger),
        };
        form.Errors.ThrowIfAny();
        return rule;
    }

    private static JsonObject Metadata(Form form, int trigger)
    {
        Form metadata = form.Object("trigger_metadata", required: trigger is Keyword or Preset) ?? new Form([], form.Errors, "trigger_metadata");
        var json = new JsonObject();
        if (trigger is Keyword or Profile)
        {
            json["keyword_filter"] = Texts(metadata, "keyword_filter", 1_000, 60);
            json["regex_patterns"] = Texts(metadata, "regex_patterns", 10, 260);
            json["allow_list"] = Texts(metadata, "allow_list", 100, 60);
            CheckPatterns(metadata, (JsonArray)json["regex_patterns"]!);
        }
        else if (trigger == Preset)
        {
            json["presets"] = metadata.Array("presets", 1, 3, required: true)?.DeepClone() ?? new JsonArray();
            json["allow_list"] = Texts(metadata, "allow_list", 1_000, 60);
        }
        else if (trigger == MentionSpam)
        {
            json["mention_total_limit"] = metadata.Int("mention_total_limit", 0, 50) ?? 20;
            json["mention_raid_protection_enabled"] = metadata.Bool("mention_raid_protection_enabled") ?? false;
        }

        return json;
    }

    private static JsonArray Actions(RestCall call, GuildState guild, Form form, int trigger)
    {
        var actions = new JsonArray();
        foreach (Form action in form.Objects("actions", 1, 5, required: true))
        {
            int type = action.Choice("type", 1, 2, 3, 4) ?? 0;
            Form metadata = action.Object("metadata") ?? new Form([], action.Errors, action.At("metadata"));
            var kept = new JsonObject();
            if (type == 1 && metadata.Text("custom_message", max: 150) is { } text)
                kept["custom_message"] = text;
            if (type == 2)
                kept["channel_id"] = metadata.Id("channel_id", required: true)?.ToString();
            if (type == 3)
            {
                call.Require(guild, PermissionBits.ModerateMembers);
                kept["duration_seconds"] = metadata.Int("duration_seconds", 1, MaxTimeout, required: true);
                if (trigger is not (Keyword or MentionSpam))
                    action.Errors.Add(action.At("type"), "AUTO_MODERATION_INVALID_ACTION_TYPE", "Timeouts go with keyword and mention rules only");
            }

            actions.Add(new JsonObject { ["type"] = type, ["metadata"] = kept });
        }

        return actions;
    }

    private static JsonArray Texts(Form form, string name, int most, int length)
    {
        JsonArray list = form.Array(name, max: most) ?? [];
        var texts = new JsonArray();
        for (int i = 0; i < list.Count; i++)
        {
            string text = list[i]?.ToString() ?? "";
            if (text.Length is 0 || text.Length > length)
                form.Errors.Add($"{form.At(name)}.{i}", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {length} in length.");
            texts.Add(text);
        }

        return texts;
    }

    private static void CheckPatterns(Form form, JsonArray patterns)
    {
        for (int i = 0; i < patterns.Count; i++)
        {
            try
            {
                _ = new Regex((string)patterns[i]!, RegexOptions.NonBacktracking, TimeSpan.FromSeconds(1));
            }
            catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
            {
                form.Errors.Add($"{form.At("regex_patterns")}.{i}", "AUTO_MODERATION_INVALID_REGEX", fault.Message);
            }
        }
    }
}
