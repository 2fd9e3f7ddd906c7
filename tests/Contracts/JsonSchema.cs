using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ModBot.Contracts;

/// <summary>The part of JSON Schema that Discord's OpenAPI document and rule documents use.</summary>
internal sealed class JsonSchema(JsonObject definitions)
{
    public List<string> Faults(JsonNode schema, JsonNode? value, string at)
    {
        var faults = new List<string>();
        Check(schema, value, at, faults);
        return faults;
    }

    /// <summary>Keys that no shape of the schema knows, at any depth.</summary>
    public IEnumerable<string> UnknownKeys(JsonNode schema, JsonNode? value, string at)
    {
        List<JsonObject> shapes = [.. Shapes(schema)];
        switch (value)
        {
            case JsonObject map when shapes.Exists(shape => shape["properties"] is not null):
                foreach ((string key, JsonNode? member) in map)
                {
                    List<JsonNode> members = [.. shapes.Select(shape => shape["properties"]?[key]).OfType<JsonNode>()];
                    if (members.Count == 0 && !shapes.Exists(shape => shape["additionalProperties"] is JsonObject))
                        yield return $"{at}.{key}: unknown key";
                    else if (members.Count > 0)
                    {
                        foreach (string fault in UnknownKeys(new JsonObject { ["anyOf"] = new JsonArray([.. members.Select(node => node.DeepClone())]) }, member, $"{at}.{key}"))
                            yield return fault;
                    }
                }

                break;
            case JsonArray list:
                List<JsonNode> items = [.. shapes.Select(shape => shape["items"]).OfType<JsonNode>()];
                for (int i = 0; i < list.Count && items.Count > 0; i++)
                {
                    foreach (string fault in UnknownKeys(new JsonObject { ["anyOf"] = new JsonArray([.. items.Select(node => node.DeepClone())]) }, list[i], $"{at}[{i}]"))
                        yield return fault;
                }

                break;
        }
    }

    /// <summary>The schema with references followed and every alternative and part laid side by side.</summary>
    private IEnumerable<JsonObject> Shapes(JsonNode node)
    {
        if (node is not JsonObject schema)
            yield break;
        if ((string?)schema["$ref"] is { } reference)
        {
            foreach (JsonObject shape in Shapes(definitions[reference[(reference.LastIndexOf('/') + 1)..]]!))
                yield return shape;
            yield break;
        }

        yield return schema;
        foreach (string union in (string[])["allOf", "oneOf", "anyOf"])
        {
            foreach (JsonNode? part in schema[union] as JsonArray ?? [])
            {
                foreach (JsonObject shape in Shapes(part!))
                    yield return shape;
            }
        }
    }

    private void Check(JsonNode node, JsonNode? value, string at, List<string> faults)
    {
        if (node is not JsonObject schema)
            return;
        if ((string?)schema["$ref"] is { } reference)
        {
            Check(definitions[reference[(reference.LastIndexOf('/') + 1)..]]!, value, at, faults);
            return;
        }

        foreach (JsonNode? part in schema["allOf"] as JsonArray ?? [])
            Check(part!, value, at, faults);
        CheckUnion(schema, value, at, faults);
        if (!CheckType(schema, value, at, faults))
            return;
        switch (value)
        {
            case JsonObject map: CheckObject(schema, map, at, faults); break;
            case JsonArray list: CheckArray(schema, list, at, faults); break;
            case JsonValue scalar: CheckScalar(schema, scalar, at, faults); break;
        }
    }

    private void CheckUnion(JsonObject schema, JsonNode? value, string at, List<string> faults)
    {
        if ((schema["oneOf"] ?? schema["anyOf"]) is not JsonArray union)
            return;
        List<string>? closest = null;
        foreach (JsonNode? option in union)
        {
            List<string> own = Faults(option!, value, at);
            if (own.Count == 0)
                return;
            if (closest is null || own.Count < closest.Count)
                closest = own;
        }

        faults.Add($"{at}: fits none of the {union.Count} shapes ({string.Join(", ", closest!.Take(2))})");
    }

    private static bool CheckType(JsonObject schema, JsonNode? value, string at, List<string> faults)
    {
        string[] types = schema["type"] switch
        {
            JsonArray many => [.. many.Select(t => (string)t!)],
            JsonValue one => [(string)one!],
            _ => [],
        };
        if (types.Length == 0 || types.Any(t => Is(t, value)))
            return true;
        faults.Add($"{at}: {Kind(value)} where {string.Join("/", types)} is due");
        return false;
    }

    private static bool Is(string type, JsonNode? value) => (type, Kind(value)) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String)
            or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue(out double number) && number == Math.Truncate(number),
        _ => false,
    };

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;

    private void CheckObject(JsonObject schema, JsonObject map, string at, List<string> faults)
    {
        foreach (JsonNode? required in schema["required"] as JsonArray ?? [])
        {
            if (!map.ContainsKey((string)required!))
                faults.Add($"{at}.{required}: missing");
        }

        var properties = schema["properties"] as JsonObject;
        foreach ((string name, JsonNode? inner) in map)
        {
            if (properties?[name] is { } known)
                Check(known, inner, $"{at}.{name}", faults);
            else if (schema["additionalProperties"] is JsonObject others)
                Check(others, inner, $"{at}.{name}", faults);
            else if (schema["additionalProperties"] is JsonValue allowed && !(bool)allowed)
                faults.Add($"{at}.{name}: unknown key");
        }
    }

    private void CheckArray(JsonObject schema, JsonArray list, string at, List<string> faults)
    {
        if ((int?)schema["maxItems"] is { } most && list.Count > most)
            faults.Add($"{at}: {list.Count} items, {most} at most");
        if ((int?)schema["minItems"] is { } least && list.Count < least)
            faults.Add($"{at}: {list.Count} items, {least} at least");
        if (schema["items"] is not { } items)
            return;
        for (int i = 0; i < list.Count; i++)
            Check(items, list[i], $"{at}[{i}]", faults);
    }

    private static void CheckScalar(JsonObject schema, JsonValue value, string at, List<string> faults)
    {
        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            faults.Add($"{at}: {value} where {constant} is due");
        if (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
            faults.Add($"{at}: {value} is not among {allowed.ToJsonString()}");
        if (Kind(value) == JsonValueKind.Number && value.TryGetValue(out double number) && !(number >= ((double?)schema["minimum"] ?? double.MinValue) && number <= ((double?)schema["maximum"] ?? double.MaxValue)))
            faults.Add($"{at}: {number} is out of bounds");
        if (Kind(value) == JsonValueKind.String)
            CheckText(schema, value.GetValue<string>(), at, faults);
    }

    private static void CheckText(JsonObject schema, string text, string at, List<string> faults)
    {
        if ((int?)schema["maxLength"] is { } most && text.Length > most)
            faults.Add($"{at}: {text.Length} characters, {most} at most");
        if ((int?)schema["minLength"] is { } least && text.Length < least)
            faults.Add($"{at}: {text.Length} characters, {least} at least");
        if ((string?)schema["pattern"] is { } pattern && !Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
            faults.Add($"{at}: '{text}' does not match {pattern}");
        bool formatted = (string?)schema["format"] switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
            "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
            _ => true,
        };
        if (!formatted)
            faults.Add($"{at}: '{text}' is no {schema["format"]}");
    }
}
