using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModBot.Core.Messages;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Interactions;

/// <summary>Validates an application command and gives it back in the shape that the API answers with.</summary>
internal static partial class CommandForm
{
    public const int Chat = 1, User = 2, Message = 3;

    private const int MaxOptions = 25, MaxTotalText = 8_000;

    /// <summary>Reads a command's body into a definition; faults are noted in the form's errors.</summary>
    public static JsonObject Read(Form form, Snowflake applicationId, Snowflake id, Snowflake version, Snowflake? guildId)
    {
        int type = form.Choice("type", Chat, User, Message) ?? Chat;
        string name = form.Text("name", 1, 32, required: true) ?? "";
        CheckName(form, "name", name, chat: type == Chat);
        var json = new JsonObject
        {
            ["id"] = id.ToString(),
            ["application_id"] = applicationId.ToString(),
            ["version"] = version.ToString(),
            ["default_member_permissions"] = form.Permissions("default_member_permissions") is { } bits ? ((ulong)bits).ToString() : null,
            ["type"] = type,
            ["name"] = name,
            ["name_localizations"] = Localisations(form, "name_localizations", 32),
            ["description"] = Description(form, type),
            ["description_localizations"] = Localisations(form, "description_localizations", 100),
            ["nsfw"] = form.Bool("nsfw") ?? false,
        };
        if (guildId is { } guild)
        {
            json["guild_id"] = guild.ToString();
        }
        else
        {
            json["dm_permission"] = form.Bool("dm_permission") ?? true;
            json["contexts"] = form.Body["contexts"]?.DeepClone();
            json["integration_types"] = form.Body["integration_types"]?.DeepClone() ?? new JsonArray(0);
        }

        if (type == Chat)
            json["options"] = new JsonArray([.. Options(form, depth: 0)]);
        else if (form.Body["options"] is JsonArray { Count: > 0 })
            form.Errors.Add(form.At("options"), "APPLICATION_COMMAND_INVALID_OPTIONS", "Context menu commands cannot have options");
        int total = TextLength(json);
        if (total > MaxTotalText)
            form.Errors.Add(form.Path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MaxTotalText})");
        return json;
    }

    private static string Description(Form form, int type)
    {
        if (type == Chat)
            return form.Text("description", 1, 100, required: true) ?? "";
        if (!string.IsNullOrEmpty(form.Text("description")))
            form.Errors.Add(form.At("description"), "APPLICATION_COMMAND_INVALID_DESCRIPTION", "Context menu commands cannot have description");
        return "";
    }

    private static List<JsonNode> Options(Form form, int depth)
    {
        IReadOnlyList<Form> options = form.Objects("options", max: MaxOptions);
        var made = new List<JsonNode>(options.Count);
        var names = new HashSet<string>();
        bool optionalSeen = false, nested = false, plain = false;
        foreach (Form option in options)
        {
            int type = option.Int("type", 1, 11, required: true) ?? 0;
            JsonObject json = Option(option, type, depth);
            if (!names.Add((string)json["name"]!))
                form.Errors.Add(option.At("name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "The option name already exists");
            bool required = (bool?)json["required"] ?? false;
            if (required && optionalSeen)
                form.Errors.Add(form.At("options"), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            optionalSeen |= type > 2 && !required;
            nested |= type is OptionType.SubCommand or OptionType.SubCommandGroup;
            plain |= type > OptionType.SubCommandGroup;
            made.Add(json);
        }

        if (nested && plain)
            form.Errors.Add(form.At("options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        return made;
    }

    private static JsonObject Option(Form form, int type, int depth)
    {
        string name = form.Text("name", 1, 32, required: true) ?? "";
        CheckName(form, "name", name, chat: true);
        var json = new JsonObject
        {
            ["type"] = type,
            ["name"] = name,
            ["name_localizations"] = Localisations(form, "name_localizations", 32),
            ["description"] = form.Text("description", 1, 100, required: true) ?? "",
            ["description_localizations"] = Localisations(form, "description_localizations", 100),
        };
        if (type is OptionType.SubCommand or OptionType.SubCommandGroup)
        {
            bool fits = depth == 0 || (depth == 1 && type == OptionType.SubCommand);
            if (!fits)
                form.Errors.Add(form.At("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types cannot be nested that deep");
            else
                json["options"] = new JsonArray([.. Options(form, type == OptionType.SubCommand ? 2 : 1)]);
            return json;
        }

        if (form.Bool("required") == true)
            json["required"] = true;
        Bounds(form, json, type);
        Choices(form, json, type);
        return json;
    }

    private static void Bounds(Form form, JsonObject json, int type)
    {
        if (type == OptionType.String)
        {
            if (form.Int("min_length", 0, 6_000) is { } least)
                json["min_length"] = least;
            if (form.Int("max_length", 1, 6_000) is { } most)
                json["max_length"] = most;
        }
        else if (type is OptionType.Integer or OptionType.Number)
        {
            foreach (string bound in (ReadOnlySpan<string>)["min_value", "max_value"])
            {
                if (form.Body[bound] is { } value)
                    json[bound] = value.DeepClone();
            }
        }
        else if (type == OptionType.Channel && form.Array("channel_types") is { } kinds)
        {
            json["channel_types"] = kinds.DeepClone();
        }
    }

    private static void Choices(Form form, JsonObject json, int type)
    {
        bool takesChoices = type is OptionType.String or OptionType.Integer or OptionType.Number;
        IReadOnlyList<Form> choices = form.Objects("choices", max: MaxOptions);
        bool autocomplete = form.Bool("autocomplete") ?? false;
        if (!takesChoices && (choices.Count > 0 || autocomplete))
            form.Errors.Add(form.At("choices"), "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Choices and autocomplete are for string, integer and number options");
        if (autocomplete && choices.Count > 0)
            form.Errors.Add(form.At("autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES", "Autocomplete may not be set to true if choices are present");
        if (autocomplete)
            json["autocomplete"] = true;
        if (choices.Count == 0)
            return;
        var made = new JsonArray();
        foreach (Form choice in choices)
        {
            made.Add(new JsonObject
            {
                ["name"] = choice.Text("name", 1, 100, required: true),
                ["name_localizations"] = Localisations(choice, "name_localizations", 100),
                ["value"] = ChoiceValue(choice, type),
            });
        }

        json["choices"] = made;
    }

    private static JsonNode? ChoiceValue(Form choice, int type)
    {
        JsonNode? value = choice.Body["value"];
        bool fits = (type, value?.GetValueKind()) switch
        {
            (OptionType.String, JsonValueKind.String) => true,
            (OptionType.Integer, JsonValueKind.Number) => value!.AsValue().TryGetValue(out long _),
            (OptionType.Number, JsonValueKind.Number) => true,
            _ => false,
        };
        if (type == OptionType.String)
            return choice.Text("value", 1, 100, required: true);
        if (!fits)
            choice.Errors.Add(choice.At("value"), "NUMBER_TYPE_COERCE", "The choice's value must be of the option's type.");
        return value?.DeepClone();
    }

    private static JsonObject? Localisations(Form form, string name, int max)
    {
        if (form.Object(name) is not { } map)
            return null;
        var json = new JsonObject();
        foreach ((string locale, _) in map.Body)
            json[locale] = map.Text(locale, 1, max);
        return json;
    }

    private static void CheckName(Form form, string key, string name, bool chat)
    {
        if (name.Length == 0 || !chat)
            return;
        if (!NamePattern().IsMatch(name))
            form.Errors.Add(form.At(key), "STRING_TYPE_REGEX", "String value did not match validation regex.");
        else if (name.Any(char.IsUpper))
            form.Errors.Add(form.At(key), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }

    /// <summary>Names, descriptions and string values of the command and everything in it.</summary>
    private static int TextLength(JsonNode? node) => node switch
    {
        JsonObject map => map.Sum(entry => entry.Key is "name" or "description" or "value" && entry.Value?.GetValueKind() == JsonValueKind.String
            ? entry.Value.GetValue<string>().Length
            : entry.Key is "options" or "choices" ? TextLength(entry.Value) : 0),
        JsonArray list => list.Sum(TextLength),
        _ => 0,
    };

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.NonBacktracking)]
    private static partial Regex NamePattern();
}
