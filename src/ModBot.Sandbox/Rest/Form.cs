using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;

namespace ModBot.Sandbox.Rest;

/// <summary>
/// Reads a JSON object strictly. A wrong type or bound is noted in <see cref="Errors"/> and reads as absent, so that one
/// answer names every fault. Unknown keys are ignored, as Discord does.
/// </summary>
internal sealed class Form(JsonObject body, FormErrors errors, string path = "")
{
    public FormErrors Errors => errors;

    public JsonObject Body => body;

    public string Path => path;

    public bool Has(string name) => body.ContainsKey(name);

    public bool IsNull(string name) => body.TryGetPropertyValue(name, out JsonNode? value) && value is null;

    public string At(string name) => path.Length == 0 ? name : $"{path}.{name}";

    public string? Text(string name, int min = 0, int max = int.MaxValue, bool required = false)
    {
        if (!Take(name, required, out JsonNode? node))
            return null;
        if (node.GetValueKind() != JsonValueKind.String)
        {
            errors.Add(At(name), "STRING_TYPE_CONVERT", "Could not interpret value as string.");
            return null;
        }

        string text = node.GetValue<string>();
        int length = text.EnumerateRunes().Count();
        if (length >= min && length <= max)
            return text;
        AddLength(At(name), min, max, length);
        return null;
    }

    public int? Int(string name, long min = int.MinValue, long max = int.MaxValue, bool required = false) =>
        (int?)Long(name, min, max, required);

    public long? Long(string name, long min, long max, bool required = false)
    {
        if (!Take(name, required, out JsonNode? node))
            return null;
        long value = 0;
        bool number = node.GetValueKind() is JsonValueKind.Number or JsonValueKind.String
            && long.TryParse(Shown(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        if (!number)
        {
            errors.Add(At(name), "NUMBER_TYPE_COERCE", $"Value \"{Shown(node)}\" is not int.");
            return null;
        }

        if (value < min)
            errors.Add(At(name), "NUMBER_TYPE_MIN", $"int value should be greater than or equal to {min}.");
        else if (value > max)
            errors.Add(At(name), "NUMBER_TYPE_MAX", $"int value should be less than or equal to {max}.");
        else
            return value;
        return null;
    }

    /// <summary>A whole number that must be one of the given ones.</summary>
    public int? Choice(string name, params ReadOnlySpan<int> allowed)
    {
        if (Int(name) is not { } value)
            return null;
        if (allowed.Contains(value))
            return value;
        errors.Add(At(name), "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", allowed.ToArray())}}}.");
        return null;
    }

    public bool? Bool(string name)
    {
        if (!Take(name, required: false, out JsonNode? node))
            return null;
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return node.GetValue<bool>();
        errors.Add(At(name), "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
        return null;
    }

    public Snowflake? Id(string name, bool required = false) =>
        Take(name, required, out JsonNode? node) ? AsId(node, At(name)) : null;

    /// <summary>A permission set: a decimal string, or a whole number.</summary>
    public PermissionBits? Permissions(string name)
    {
        if (!Take(name, required: false, out JsonNode? node))
            return null;
        if (ulong.TryParse(Shown(node), NumberStyles.None, CultureInfo.InvariantCulture, out ulong bits))
            return (PermissionBits)bits & PermissionBits.All;
        errors.Add(At(name), "NUMBER_TYPE_COERCE", $"Value \"{Shown(node)}\" is not int.");
        return null;
    }

    public DateTimeOffset? Time(string name)
    {
        if (!Take(name, required: false, out JsonNode? node))
            return null;
        if (node.GetValueKind() == JsonValueKind.String && DateTimeOffset.TryParse(node.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            return time.ToUniversalTime();
        errors.Add(At(name), "DATE_TIME_TYPE_PARSE", $"Could not parse {Shown(node)}. Should be ISO8601.");
        return null;
    }

    public Form? Object(string name, bool required = false)
    {
        if (!Take(name, required, out JsonNode? node))
            return null;
        if (node is JsonObject inner)
            return new Form(inner, errors, At(name));
        errors.Add(At(name), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return null;
    }

    public JsonArray? Array(string name, int min = 0, int max = int.MaxValue, bool required = false)
    {
        if (!Take(name, required, out JsonNode? node))
            return null;
        if (node is not JsonArray array)
        {
            errors.Add(At(name), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return null;
        }

        if (array.Count >= min && array.Count <= max)
            return array;
        AddLength(At(name), min, max, array.Count);
        return null;
    }

    public IReadOnlyList<Form> Objects(string name, int min = 0, int max = int.MaxValue, bool required = false)
    {
        JsonArray? array = Array(name, min, max, required);
        if (array is null)
            return [];
        var forms = new List<Form>(array.Count);
        for (int i = 0; i < array.Count; i++)
        {
            if (array[i] is JsonObject inner)
                forms.Add(new Form(inner, errors, $"{At(name)}.{i}"));
            else
                errors.Add($"{At(name)}.{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        }

        return forms;
    }

    public IReadOnlyList<Snowflake>? Ids(string name, int min = 0, int max = int.MaxValue, bool required = false)
    {
        JsonArray? array = Array(name, min, max, required);
        if (array is null)
            return null;
        var ids = new List<Snowflake>(array.Count);
        for (int i = 0; i < array.Count; i++)
        {
            if (AsId(array[i], $"{At(name)}.{i}") is { } id)
                ids.Add(id);
        }

        return ids;
    }

    private Snowflake? AsId(JsonNode? node, string at)
    {
        if (node is not null && node.GetValueKind() is JsonValueKind.String or JsonValueKind.Number && Snowflake.TryParse(Shown(node!), null, out Snowflake id))
            return id;
        errors.Add(at, "NUMBER_TYPE_COERCE", $"Value \"{(node is null ? "null" : Shown(node))}\" is not snowflake.");
        return null;
    }

    private bool Take(string name, bool required, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsonNode? node)
    {
        if (body.TryGetPropertyValue(name, out node) && node is not null)
            return true;
        if (required)
            errors.Required(At(name));
        return false;
    }

    private void AddLength(string at, int min, int max, int length)
    {
        if (min > 0 && max < int.MaxValue)
            errors.Add(at, "BASE_TYPE_BAD_LENGTH", $"Must be between {min} and {max} in length.");
        else if (length > max)
            errors.Add(at, "BASE_TYPE_MAX_LENGTH", $"Must be {max} or fewer in length.");
        else
            errors.Add(at, "BASE_TYPE_MIN_LENGTH", $"Must be {min} or more in length.");
    }

    private static string Shown(JsonNode node)
    {
        string text = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
        return text.Length > 100 ? text[..100] : text;
    }
}
