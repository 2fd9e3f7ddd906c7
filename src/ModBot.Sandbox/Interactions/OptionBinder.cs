using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Interactions;

/// <summary>Turns what a person typed into the option tree of an interaction, checked against the command's definition.</summary>
internal sealed class OptionBinder(WorldState world, GuildState? guild, Snowflake channelId)
{
    /// <summary>Bytes of a file given to a command.</summary>
    private const int MaxFile = 5 * 1024 * 1024;

    private readonly FormErrors _errors = new();

    public ResolvedObjects Resolved { get; } = new(world, guild);

    /// <param name="definition">The command.</param>
    /// <param name="path">The command's name, then its group and sub-command where it has them.</param>
    /// <param name="values">Values by option name.</param>
    /// <param name="focused">The option being typed, for autocomplete: then nothing is required or checked.</param>
    /// <exception cref="ApiErrorException">A value is missing, unknown or out of bounds, or the path names nothing.</exception>
    public JsonArray Bind(JsonObject definition, ReadOnlySpan<string> path, IReadOnlyDictionary<string, JsonNode?> values, string? focused = null)
    {
        JsonArray bound = Level(definition, path[1..], values, focused);
        _errors.ThrowIfAny();
        return bound;
    }

    private JsonArray Level(JsonObject node, ReadOnlySpan<string> path, IReadOnlyDictionary<string, JsonNode?> values, string? focused)
    {
        JsonArray options = node["options"] as JsonArray ?? [];
        if (path.Length > 0)
        {
            string name = path[0];
            JsonObject sub = options.OfType<JsonObject>().FirstOrDefault(o => (string?)o["name"] == name && (int)o["type"]! <= OptionType.SubCommandGroup)
                ?? throw ApiErrors.Form("", "UNKNOWN_SUB_COMMAND", $"There is no sub-command '{name}'.");
            return [new JsonObject { ["type"] = (int)sub["type"]!, ["name"] = name, ["options"] = Level(sub, path[1..], values, focused) }];
        }

        if (options.OfType<JsonObject>().Any(o => (int)o["type"]! <= OptionType.SubCommandGroup))
            throw ApiErrors.Form("", "SUB_COMMAND_REQUIRED", "A sub-command must be chosen: " + string.Join(", ", options.Select(o => (string?)o!["name"])));
        foreach (string unknown in values.Keys.Where(k => options.All(o => (string?)o!["name"] != k)))
            _errors.Add(unknown, "UNKNOWN_OPTION", "There is no such option.");
        var bound = new JsonArray();
        foreach (JsonObject option in options.OfType<JsonObject>())
            AddValue(bound, option, values, focused);
        return bound;
    }

    private void AddValue(JsonArray bound, JsonObject option, IReadOnlyDictionary<string, JsonNode?> values, string? focused)
    {
        string name = (string)option["name"]!;
        bool isFocused = name == focused;
        JsonNode? value = values.GetValueOrDefault(name);
        if (value is null && !isFocused)
        {
            if (focused is null && (bool?)option["required"] == true)
                _errors.Add(name, "BASE_TYPE_REQUIRED", "This option is required");
            return;
        }

        int type = (int)option["type"]!;
        JsonNode? checkedValue = focused is null ? Check(option, type, name, value!) : value?.DeepClone() ?? "";
        if (checkedValue is null)
            return;
        var json = new JsonObject { ["type"] = type, ["name"] = name, ["value"] = checkedValue };
        if (isFocused)
            json["focused"] = true;
        bound.Add(json);
    }

    private JsonNode? Check(JsonObject option, int type, string name, JsonNode value)
    {
        string text = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        JsonNode? result = type switch
        {
            OptionType.String => CheckString(option, name, text),
            OptionType.Integer => CheckNumber(option, name, text, whole: true),
            OptionType.Number => CheckNumber(option, name, text, whole: false),
            OptionType.Boolean => bool.TryParse(text, out bool flag) ? flag : Fault(name, "BOOLEAN_TYPE_CONVERT", "Must be either true or false."),
            OptionType.User or OptionType.Channel or OptionType.Role or OptionType.Mentionable =>
                Snowflake.TryParse(text, null, out Snowflake id) && Resolved.Add(type, id) ? id.ToString() : Fault(name, "UNKNOWN_OBJECT", "There is no such user, role or channel."),
            OptionType.Attachment => CheckFile(name, value),
            _ => Fault(name, "OPTION_TYPE_UNSUPPORTED", "The sandbox cannot fill in this kind of option."),
        };
        if (result is null || option["choices"] is not JsonArray choices)
            return result;
        return choices.Any(c => JsonNode.DeepEquals(c!["value"], result) || c["value"]!.ToString() == result.ToString())
            ? result
            : Fault(name, "BASE_TYPE_CHOICES", "Must be one of the choices: " + string.Join(", ", choices.Select(c => (string?)c!["name"])));
    }

    /// <summary>A file comes as its name, media type and bytes (base64); the command gets an id and is told what it stands for.</summary>
    private JsonNode? CheckFile(string name, JsonNode value)
    {
        string? fileName = (value as JsonObject)?["filename"]?.ToString();
        byte[] content = new byte[MaxFile];
        if (string.IsNullOrEmpty(fileName) || !Convert.TryFromBase64String(value["content"]?.ToString() ?? "", content, out int length))
            return Fault(name, "ATTACHMENT_INVALID", $"Must be a file of at most {MaxFile} bytes.");
        return Resolved.AddFile(channelId, new UploadedFile(0, fileName, value["content_type"]?.ToString(), content[..length])).ToString();
    }

    private JsonNode? CheckString(JsonObject option, string name, string text)
    {
        int least = (int?)option["min_length"] ?? 0, most = (int?)option["max_length"] ?? 6_000;
        return text.Length >= least && text.Length <= most ? text : Fault(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }

    private JsonNode? CheckNumber(JsonObject option, string name, string text, bool whole)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number) || (whole && number != Math.Truncate(number)))
            return Fault(name, "NUMBER_TYPE_COERCE", whole ? "Must be a whole number." : "Must be a number.");
        if (number < ((double?)option["min_value"] ?? -9007199254740991) || number > ((double?)option["max_value"] ?? 9007199254740991))
            return Fault(name, "NUMBER_TYPE_MAX", $"Must be between {option["min_value"]?.ToString() ?? "-2^53"} and {option["max_value"]?.ToString() ?? "2^53"}.");
        return whole ? (long)number : number;
    }

    private JsonNode? Fault(string name, string code, string message)
    {
        _errors.Add(name, code, message);
        return null;
    }
}
