using System.Text.Json.Nodes;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Messages;

/// <summary>
/// Validates the components of a message: action rows with buttons and selects, and with the flag IS_COMPONENTS_V2 also
/// sections, text displays, media, separators and containers. Gives them back with their ids filled in.
/// </summary>
internal sealed class ComponentForm
{
    public const int ActionRow = 1, Button = 2, StringSelect = 3, TextInput = 4, UserSelect = 5, RoleSelect = 6, MentionableSelect = 7,
        ChannelSelect = 8, Section = 9, TextDisplay = 10, Thumbnail = 11, MediaGallery = 12, File = 13, Separator = 14, Container = 17, Label = 18;

    private const int MaxRows = 5, MaxComponents = 40;

    private static readonly int[] V2TopLevel = [ActionRow, Section, TextDisplay, MediaGallery, File, Separator, Container];
    private static readonly int[] InContainer = [ActionRow, Section, TextDisplay, MediaGallery, File, Separator];

    private readonly HashSet<string> _customIds = [];
    private readonly HashSet<int> _ids = [];
    private readonly FormErrors _errors;
    private int _count;

    private ComponentForm(FormErrors errors) => _errors = errors;

    /// <returns>Null where the body has no such key; an empty list where it is null or empty.</returns>
    public static JsonArray? Read(Form message, bool v2)
    {
        if (!message.Has("components"))
            return null;
        var reader = new ComponentForm(message.Errors);
        var components = new JsonArray();
        foreach (Form form in message.Objects("components", max: v2 ? MaxComponents : MaxRows))
            components.Add(reader.Component(form, v2 ? V2TopLevel : [ActionRow]));
        if (reader._count > MaxComponents)
            message.Errors.Add(message.At("components"), "BASE_TYPE_MAX_LENGTH", $"Must be {MaxComponents} or fewer in length.");
        int next = 1;
        reader.FillIds(components, ref next);
        return components;
    }

    private JsonObject Component(Form form, int[] allowed)
    {
        _count++;
        int type = form.Int("type", required: true) ?? 0;
        if (type != 0 && !allowed.Contains(type))
        {
            _errors.Add(form.At("type"), "UNION_TYPE_CHOICES", $"Value of field \"type\" must be one of ({string.Join(", ", allowed)}).");
            return [];
        }

        var json = new JsonObject { ["type"] = type };
        if (form.Int("id", 0) is { } id && id > 0)
        {
            if (!_ids.Add(id))
                _errors.Add(form.At("id"), "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
            json["id"] = id;
        }

        switch (type)
        {
            case ActionRow: Row(form, json); break;
            case Button: AddButton(form, json); break;
            case StringSelect: AddSelect(form, json); AddOptions(form, json); break;
            case UserSelect or RoleSelect or MentionableSelect or ChannelSelect: AddSelect(form, json); Copy(form, json, "default_values", "channel_types"); break;
            case Section: AddSection(form, json); break;
            case TextDisplay: json["content"] = form.Text("content", 1, 4_000, required: true) ?? ""; break;
            case Container: AddContainer(form, json); break;
            case Separator: json["divider"] = form.Bool("divider") ?? true; json["spacing"] = form.Choice("spacing", 1, 2) ?? 1; break;
            case Thumbnail: AddMedia(form, json, "media"); break;
            case MediaGallery: AddGallery(form, json); break;
            case File: AddMedia(form, json, "file"); break;
        }

        return json;
    }

    private void Row(Form form, JsonObject json)
    {
        IReadOnlyList<Form> inner = form.Objects("components", 1, 5, required: true);
        var components = new JsonArray();
        bool select = false;
        foreach (Form child in inner)
        {
            JsonObject made = Component(child, [Button, StringSelect, UserSelect, RoleSelect, MentionableSelect, ChannelSelect]);
            select |= (int?)made["type"] is > Button;
            components.Add(made);
        }

        if (select && inner.Count > 1)
            _errors.Add(form.At("components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        json["components"] = components;
    }

    private void AddButton(Form form, JsonObject json)
    {
        int style = form.Int("style", 1, 6, required: true) ?? 0;
        json["style"] = style;
        string? label = form.Text("label", max: 80);
        if (!string.IsNullOrEmpty(label))
            json["label"] = label;
        Copy(form, json, "emoji");
        if (form.Bool("disabled") == true)
            json["disabled"] = true;
        if (style == 5)
        {
            json["url"] = form.Text("url", 1, 512, required: true);
            if (form.Has("custom_id") && !form.IsNull("custom_id"))
                _errors.Add(form.At("custom_id"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }
        else if (style is >= 1 and <= 4)
        {
            CustomId(form, json);
            if (form.Has("url") && !form.IsNull("url"))
                _errors.Add(form.At("url"), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified");
        }

        if (string.IsNullOrEmpty(label) && !json.ContainsKey("emoji") && style is >= 1 and <= 5)
            _errors.Add(form.Path, "BUTTON_COMPONENT_INVALID_LABEL", "A button must have a label or an emoji");
    }

    private void AddSelect(Form form, JsonObject json)
    {
        CustomId(form, json);
        if (form.Text("placeholder", max: 150) is { } placeholder)
            json["placeholder"] = placeholder;
        int least = form.Int("min_values", 0, 25) ?? 1;
        int most = form.Int("max_values", 1, 25) ?? 1;
        if (least > most)
            _errors.Add(form.At("min_values"), "SELECT_COMPONENT_MIN_VALUES", "min_values must not exceed max_values");
        json["min_values"] = least;
        json["max_values"] = most;
        if (form.Bool("disabled") == true)
            json["disabled"] = true;
    }

    private void AddOptions(Form form, JsonObject json)
    {
        var options = new JsonArray();
        var values = new HashSet<string>();
        foreach (Form option in form.Objects("options", 1, 25, required: true))
        {
            string value = option.Text("value", 1, 100, required: true) ?? "";
            var made = new JsonObject { ["label"] = option.Text("label", 1, 100, required: true), ["value"] = value };
            if (option.Text("description", max: 100) is { } description)
                made["description"] = description;
            Copy(option, made, "emoji");
            if (option.Bool("default") is { } preset)
                made["default"] = preset;
            if (!values.Add(value))
                _errors.Add(option.At("value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            options.Add(made);
        }

        json["options"] = options;
    }

    private void AddSection(Form form, JsonObject json)
    {
        json["components"] = new JsonArray([.. form.Objects("components", 1, 3, required: true).Select(c => (JsonNode)Component(c, [TextDisplay]))]);
        if (form.Object("accessory", required: true) is { } accessory)
            json["accessory"] = Component(accessory, [Button, Thumbnail]);
    }

    private void AddContainer(Form form, JsonObject json)
    {
        json["accent_color"] = form.Int("accent_color", 0, 0xFFFFFF);
        json["spoiler"] = form.Bool("spoiler") ?? false;
        json["components"] = new JsonArray([.. form.Objects("components", 1, MaxComponents, required: true).Select(c => (JsonNode)Component(c, InContainer))]);
    }

    private static void AddGallery(Form form, JsonObject json)
    {
        var items = new JsonArray();
        foreach (Form item in form.Objects("items", 1, 10, required: true))
        {
            var made = new JsonObject();
            AddMedia(item, made, "media");
            items.Add(made);
        }

        json["items"] = items;
    }

    private static void AddMedia(Form form, JsonObject json, string name)
    {
        if (form.Object(name, required: true) is { } media)
            json[name] = new JsonObject { ["url"] = media.Text("url", 1, 2_048, required: true), ["width"] = 0, ["height"] = 0 };
        if (form.Text("description", max: 1_024) is { } description)
            json["description"] = description;
        json["spoiler"] = form.Bool("spoiler") ?? false;
    }

    private void CustomId(Form form, JsonObject json)
    {
        string? customId = form.Text("custom_id", 1, 100, required: true);
        json["custom_id"] = customId;
        if (customId is not null && !_customIds.Add(customId))
            _errors.Add(form.At("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }

    private static void Copy(Form form, JsonObject json, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (form.Body[name] is { } value)
                json[name] = value.DeepClone();
        }
    }

    private void FillIds(JsonArray components, ref int next)
    {
        foreach (JsonNode? node in components)
        {
            if (node is not JsonObject component)
                continue;
            if (!component.ContainsKey("id"))
            {
                while (!_ids.Add(next))
                    next++;
                component["id"] = next;
            }

            if (component["components"] is JsonArray inner)
                FillIds(inner, ref next);
            if (component["accessory"] is JsonObject accessory && !accessory.ContainsKey("id"))
            {
                while (!_ids.Add(next))
                    next++;
                accessory["id"] = next;
            }
        }
    }
}
