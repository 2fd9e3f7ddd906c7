using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ModBot.Discord.Rest;

/// <summary>
/// Compares registered commands with wanted ones by what matters: defaults that the server adds, ids, versions, order of
/// commands and null against missing make no difference.
/// </summary>
internal static class CommandComparison
{
    /// <summary>True where writing would change nothing.</summary>
    public static bool AreEqual(JsonElement registered, JsonElement wanted)
    {
        if (registered.ValueKind != JsonValueKind.Array || wanted.ValueKind != JsonValueKind.Array || registered.GetArrayLength() != wanted.GetArrayLength())
            return false;
        Dictionary<string, JsonElement> byName = new(StringComparer.Ordinal);
        foreach (JsonElement command in registered.EnumerateArray())
            byName[Key(command)] = command;
        foreach (JsonElement command in wanted.EnumerateArray())
        {
            if (!byName.TryGetValue(Key(command), out JsonElement there) || !string.Equals(Canonical(command), Canonical(there), StringComparison.Ordinal))
                return false;
            // Servers that do not know contexts do not show them.
            if (there.TryGetProperty("contexts"u8, out JsonElement shown) && !string.Equals(List(shown), List(command.GetProperty("contexts"u8)), StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    private static string Key(JsonElement command) => $"{Text(command, "type", "1")}/{Text(command, "name", "")}";

    private static string Canonical(JsonElement command)
    {
        var text = new StringBuilder();
        Append(text, Text(command, "description", ""));
        Append(text, Text(command, "default_member_permissions", ""));
        AppendOptions(text, command);
        return text.ToString();
    }

    private static void AppendOptions(StringBuilder text, JsonElement parent)
    {
        text.Append('[');
        if (parent.TryGetProperty("options"u8, out JsonElement options) && options.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement option in options.EnumerateArray())
            {
                Append(text, Text(option, "type", ""));
                Append(text, Text(option, "name", ""));
                Append(text, Text(option, "description", ""));
                Append(text, Text(option, "required", "False"));
                Append(text, Text(option, "autocomplete", "False"));
                Append(text, Text(option, "min_value", ""));
                Append(text, Text(option, "max_value", ""));
                Append(text, Text(option, "min_length", ""));
                Append(text, Text(option, "max_length", ""));
                AppendChoices(text, option);
                AppendOptions(text, option);
            }
        }

        text.Append(']');
    }

    private static void AppendChoices(StringBuilder text, JsonElement option)
    {
        text.Append('(');
        if (option.TryGetProperty("choices"u8, out JsonElement choices) && choices.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement choice in choices.EnumerateArray())
            {
                Append(text, Text(choice, "name", ""));
                Append(text, Text(choice, "value", ""));
            }
        }

        text.Append(')');
    }

    /// <summary>Length before text: no two different sets read the same.</summary>
    private static void Append(StringBuilder text, string part) => text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");

    private static string List(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? string.Join(',', element.EnumerateArray().Select(item => item.ToString()).Order(StringComparer.Ordinal))
        : "";

    private static string Text(JsonElement parent, string name, string otherwise)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out JsonElement value) || value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            return otherwise;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number.ToString("R", CultureInfo.InvariantCulture) : value.ToString();
    }
}
