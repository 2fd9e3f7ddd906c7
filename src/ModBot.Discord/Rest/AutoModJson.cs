using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>AutoMod's rules on the wire.</summary>
internal static class AutoModJson
{
    private const int BlockMessage = 1;
    private const int SendAlert = 2;
    private const int TimeOut = 3;
    private const int BlockMember = 4;
    private const int OnMessage = 1;
    private const int OnMember = 2;

    public static byte[] Write(AutoModRule rule)
    {
        var body = new JsonObject
        {
            ["name"] = rule.Name,
            ["event_type"] = rule.Trigger == AutoModTriggerKind.Profile ? OnMember : OnMessage,
            ["trigger_metadata"] = Metadata(rule),
            ["actions"] = new JsonArray([.. Actions(rule)]),
            ["enabled"] = rule.Enabled,
            ["exempt_roles"] = Ids(rule.ExemptRoles),
            ["exempt_channels"] = Ids(rule.ExemptChannels),
        };
        // A rule's trigger is set once.
        if (rule.Id is null)
            body["trigger_type"] = (int)rule.Trigger;
        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    /// <summary>Null where the answer is no list.</summary>
    public static IReadOnlyList<AutoModRule>? ReadList(byte[] body) =>
        Parse(body) is JsonArray items ? [.. items.OfType<JsonObject>().Select(Read).OfType<AutoModRule>()] : null;

    /// <summary>Null where the answer is no rule.</summary>
    public static AutoModRule? ReadOne(byte[] body) => Parse(body) is JsonObject json ? Read(json) : null;

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AutoModRule? Read(JsonObject json)
    {
        if (Id(json["id"]) is not { } id || Number(json["trigger_type"]) is not { } trigger)
            return null;
        var metadata = json["trigger_metadata"] as JsonObject;
        JsonObject[] actions = [.. (json["actions"] as JsonArray ?? []).OfType<JsonObject>()];
        JsonObject? block = Array.Find(actions, action => Number(action["type"]) is BlockMessage or BlockMember);
        return new AutoModRule
        {
            Id = id,
            Name = Text(json["name"]),
            Trigger = (AutoModTriggerKind)trigger,
            Enabled = json["enabled"]?.GetValueKind() == JsonValueKind.True,
            Keywords = [.. Texts(metadata?["keyword_filter"])],
            Patterns = [.. Texts(metadata?["regex_patterns"])],
            Allow = [.. Texts(metadata?["allow_list"])],
            Presets = [.. (metadata?["presets"] as JsonArray ?? []).Select(Number).OfType<int>().Select(preset => (AutoModPreset)preset)],
            MentionLimit = Number(metadata?["mention_total_limit"]) ?? 0,
            Blocks = block is not null,
            BlockMessage = Text(block?["metadata"]?["custom_message"]),
            AlertChannel = Id(Array.Find(actions, action => Number(action["type"]) == SendAlert)?["metadata"]?["channel_id"]),
            Timeout = Number(Array.Find(actions, action => Number(action["type"]) == TimeOut)?["metadata"]?["duration_seconds"]) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            ExemptRoles = [.. Texts(json["exempt_roles"]).Select(text => Snowflake.TryParse(text, null, out Snowflake role) ? role : default).Where(role => role != default)],
            ExemptChannels = [.. Texts(json["exempt_channels"]).Select(text => Snowflake.TryParse(text, null, out Snowflake channel) ? channel : default).Where(channel => channel != default)],
        };
    }

    private static JsonObject Metadata(AutoModRule rule) => rule.Trigger switch
    {
        AutoModTriggerKind.Keyword or AutoModTriggerKind.Profile => new JsonObject { ["keyword_filter"] = List(rule.Keywords), ["regex_patterns"] = List(rule.Patterns), ["allow_list"] = List(rule.Allow) },
        AutoModTriggerKind.Preset => new JsonObject { ["presets"] = new JsonArray([.. rule.Presets.Select(preset => (JsonNode)(int)preset)]), ["allow_list"] = List(rule.Allow) },
        AutoModTriggerKind.MentionSpam => new JsonObject { ["mention_total_limit"] = rule.MentionLimit },
        _ => [],
    };

    private static IEnumerable<JsonNode> Actions(AutoModRule rule)
    {
        if (rule.Blocks)
        {
            var metadata = new JsonObject();
            if (rule.BlockMessage.Length > 0 && rule.Trigger != AutoModTriggerKind.Profile)
                metadata["custom_message"] = rule.BlockMessage;
            yield return new JsonObject { ["type"] = rule.Trigger == AutoModTriggerKind.Profile ? BlockMember : BlockMessage, ["metadata"] = metadata };
        }

        if (rule.AlertChannel is { } channel)
            yield return new JsonObject { ["type"] = SendAlert, ["metadata"] = new JsonObject { ["channel_id"] = channel.ToString() } };
        if (rule.Timeout is { } timeout)
            yield return new JsonObject { ["type"] = TimeOut, ["metadata"] = new JsonObject { ["duration_seconds"] = (int)timeout.TotalSeconds } };
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    private static JsonArray Ids(IEnumerable<Snowflake> ids) => new([.. ids.Select(id => (JsonNode)id.ToString())]);

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(Text).Where(text => text.Length > 0);

    private static string Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : "";

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private static Snowflake? Id(JsonNode? node) => Snowflake.TryParse(Text(node), null, out Snowflake id) ? id : null;
}
