using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Rules;
using ModBot.Documents;

namespace ModBot.SlashCommands.Rules;

/// <summary>
/// A field's value as people type it in a command: <c>on</c>, <c>5</c>, <c>one, two</c>, <c>#channel</c>. A value that starts
/// with a bracket is JSON or YAML, so that everything a document can say can be typed too.
/// </summary>
internal static class FieldText
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Reads a value. Bounds are not checked: that is done where the rule is read.</summary>
    /// <exception cref="CommandFault">The text is no value of that kind.</exception>
    public static JsonNode? Read(RuleField field, string text) =>
        field.Spec is { } spec ? Read(spec, text) : field.IsActions && !text.StartsWith('[') ? ActionText.Read(text) : Json(field.Name, text);

    /// <inheritdoc cref="Read(RuleField, string)"/>
    public static JsonNode? Read(OptionSpec spec, string text) => spec.Kind switch
    {
        OptionKind.Toggle => Toggle(text) ?? throw new CommandFault($"`{spec.Name}` is `on` or `off`."),
        OptionKind.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) ? JsonValue.Create(whole)
            : throw new CommandFault($"`{spec.Name}` is a whole number from {spec.Minimum:N0} to {spec.Maximum:N0}."),
        OptionKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? JsonValue.Create(number)
            : throw new CommandFault($"`{spec.Name}` is a number from {spec.Minimum} to {spec.Maximum}, such as `0.5`."),
        OptionKind.TextList => List(spec.Name, text),
        OptionKind.Channel or OptionKind.Role => JsonValue.Create(IdOf(text)),
        _ => Text(spec.Name, text),
    };

    /// <summary>Reads a form's input: of a list one item a line.</summary>
    /// <exception cref="CommandFault">The text is no value of that kind.</exception>
    public static JsonNode? ReadLines(RuleField field, string text) => field.Spec is { Kind: OptionKind.TextList } && !text.StartsWith('[') ? Items(text, '\n') : Read(field, text);

    /// <summary>Writes a value so that <see cref="Read(RuleField, string)"/> gives it back.</summary>
    public static string Write(RuleField field, JsonNode? value) => field.Spec is { } spec ? Write(spec, value)
        : field.IsActions && value is JsonArray actions ? ActionText.Write(actions)
        : value?.ToJsonString(Readable) ?? "";

    /// <inheritdoc cref="Write(RuleField, JsonNode?)"/>
    public static string Write(OptionSpec spec, JsonNode? value) => (spec.Kind, value) switch
    {
        (_, null) => "",
        (OptionKind.Toggle, _) => value.GetValueKind() == JsonValueKind.True ? "on" : "off",
        (OptionKind.TextList, JsonArray items) => Joined(items),
        _ when value.GetValueKind() == JsonValueKind.String => Quoted(value.GetValue<string>()),
        _ => value.ToJsonString(Readable),
    };

    private static JsonValue? Toggle(string text) => text.ToLowerInvariant() switch
    {
        "on" or "true" or "yes" => JsonValue.Create(true),
        "off" or "false" or "no" => JsonValue.Create(false),
        _ => null,
    };

    /// <summary>The id in a mention of a role or channel, or the text itself.</summary>
    private static string IdOf(string text) => text is ['<', '@', '&', .. var role, '>'] ? role : text is ['<', '#', .. var channel, '>'] ? channel : text;

    private static JsonNode List(string name, string text) => !text.StartsWith('[')
        ? Items(text, text.Contains('\n', StringComparison.Ordinal) ? '\n' : ',')
        : Json(name, text) as JsonArray ?? throw new CommandFault($"`{name}` is a list: `one, two` or `[\"one\", \"two\"]`.");

    private static JsonArray Items(string text, char separator) =>
        [.. text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => (JsonNode)item)];

    private static string Joined(JsonArray items)
    {
        string plain = string.Join(", ", items.Select(item => item!.GetValue<string>()));
        bool reads = plain.Length > 0 && !plain.StartsWith('[') && !plain.Contains('\n', StringComparison.Ordinal) && JsonNode.DeepEquals(Items(plain, ','), items);
        return reads ? plain : items.ToJsonString(Readable);
    }

    /// <summary>A text stands for itself, unless it is one in quotation marks: that is how space at its ends and none at all are typed.</summary>
    private static JsonNode? Text(string name, string text) => text is ['"', .., '"'] ? Json(name, text) : JsonValue.Create(text);

    private static string Quoted(string text) =>
        text.Length == 0 || text.Trim().Length < text.Length || text.StartsWith('"') ? JsonValue.Create(text).ToJsonString(Readable) : text;

    private static JsonNode? Json(string name, string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException)
        {
            // What is no JSON may still be YAML, which needs fewer quotation marks: {account-under: 7d}.
            var faults = new List<DocumentFault>();
            return YamlReader.Read(text, faults) is { } tree
                ? tree.Root
                : throw new CommandFault($"`{name}` is neither JSON nor YAML: {CommandReply.Code(string.Join("; ", faults.Take(3)))}");
        }
    }
}
