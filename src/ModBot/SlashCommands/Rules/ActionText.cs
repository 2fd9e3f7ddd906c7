using System.Text;
using System.Text.Json.Nodes;
using ModBot.Core.Actions;
using ModBot.Core.Filters;

namespace ModBot.SlashCommands.Rules;

/// <summary>Actions as people type them: <c>timeout duration=10m; strike points=2</c>.</summary>
internal static class ActionText
{
    /// <summary>Reads actions with semicolons between them.</summary>
    /// <exception cref="CommandFault">There is no such action, or it has no such option; the message names those there are.</exception>
    public static JsonArray Read(string text) => [.. Parts(text).Select(part => (JsonNode)ReadOne(part))];

    /// <summary>Writes actions so that <see cref="Read"/> gives them back.</summary>
    public static string Write(JsonArray actions) => string.Join("; ", actions.Select(action => WriteOne(action!.AsObject())));

    public static string WriteOne(JsonObject action)
    {
        string id = action["action"]!.GetValue<string>();
        ActionDefinition definition = ActionRegistry.BuiltIn.Find(id)!;
        return string.Join(' ', definition.Schema.Options.Where(option => action.ContainsKey(option.Name))
            .Select(option => PairText.Write(option.Name, FieldText.Write(option, action[option.Name])))
            .Prepend(id));
    }

    private static JsonObject ReadOne(string text)
    {
        string[] words = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        ActionDefinition definition = ActionRegistry.BuiltIn.Find(words[0])
            ?? throw new CommandFault($"There is no action {CommandReply.Span(words[0], 40)}. There is: {string.Join(", ", ActionRegistry.BuiltIn.All.Select(known => $"`{known.Id}`"))}.");
        var json = new JsonObject { ["action"] = definition.Id };
        foreach ((string name, string value) in PairText.Read(words.Length == 1 ? "" : words[1]))
        {
            OptionSpec option = definition.Schema.Options.FirstOrDefault(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new CommandFault($"`{definition.Id}` has no option {CommandReply.Span(name, 40)}. {(definition.Schema.Options.Count == 0 ? "It has none." : $"There is: {string.Join(", ", definition.Schema.Options.Select(known => $"`{known.Name}`"))}.")}");
            json[option.Name] = FieldText.Read(option, value);
        }

        return json;
    }

    /// <summary>Splits at semicolons that stand outside quotation marks.</summary>
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ';' && !quoted)
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }

            part.Append(text[i]);
            if (quoted && text[i] == '\\' && i + 1 < text.Length)
                part.Append(text[++i]);
            else if (text[i] == '"')
                quoted = !quoted;
        }

        parts.Add(part.ToString());
        return parts.FindAll(one => !string.IsNullOrWhiteSpace(one));
    }
}
