using System.Text.Json.Nodes;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Rest;

namespace ModBot.Sandbox.Interactions;

/// <summary>Builds a modal submission's components from the fields that a person filled in.</summary>
internal static class ModalAnswers
{
    private const int RadioGroup = 21, CheckboxGroup = 22, Checkbox = 23;

    public static JsonArray Of(JsonObject modal, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, ResolvedObjects resolved)
    {
        var errors = new FormErrors();
        var answers = new JsonArray();
        foreach (JsonObject component in ((JsonArray)modal["components"]!).OfType<JsonObject>())
        {
            var answer = new JsonObject { ["type"] = component["type"]!.DeepClone(), ["id"] = component["id"]?.DeepClone() };
            if (component["component"] is JsonObject single)
                answer["component"] = Input(single, fields, resolved, errors);
            else if (component["components"] is JsonArray row)
                answer["components"] = new JsonArray([.. row.OfType<JsonObject>().Select(i => (JsonNode)Input(i, fields, resolved, errors))]);
            answers.Add(answer);
        }

        errors.ThrowIfAny();
        return answers;
    }

    private static JsonObject Input(JsonObject input, IReadOnlyDictionary<string, IReadOnlyList<string>> fields, ResolvedObjects resolved, FormErrors errors)
    {
        string name = (string)input["custom_id"]!;
        int type = (int)input["type"]!;
        IReadOnlyList<string> values = fields.GetValueOrDefault(name) ?? [];
        var json = new JsonObject { ["type"] = type, ["id"] = input["id"]?.DeepClone(), ["custom_id"] = name };
        bool required = (bool?)input["required"] ?? true;
        switch (type)
        {
            case ComponentForm.TextInput:
                string text = values.Count > 0 ? values[0] : "";
                int least = (int?)input["min_length"] ?? 0, most = (int?)input["max_length"] ?? 4_000;
                if (text.Length == 0 ? required : text.Length < least || text.Length > most)
                    errors.Add(name, "BASE_TYPE_BAD_LENGTH", $"Must be between {Math.Max(1, least)} and {most} in length.");
                json["value"] = text;
                break;
            case Checkbox:
                json["value"] = values is ["true"];
                break;
            case RadioGroup:
                json["value"] = values.Count > 0 ? values[0] : null;
                break;
            case CheckboxGroup:
                json["values"] = Array(values);
                break;
            default:
                if (values.Count > 0 || required)
                    SelectCheck.Values(input, type, values, resolved);
                json["values"] = Array(values);
                break;
        }

        return json;
    }

    private static JsonArray Array(IReadOnlyList<string> values) => [.. values.Select(v => (JsonNode)v)];
}
