using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Rules;
using ModBot.Core.Rules.Documents;

namespace ModBot.Documents;

/// <summary>How a rule document is written.</summary>
internal enum DocumentFormat
{
    Yaml,
    Json,
}

/// <summary>A document's rules.</summary>
/// <param name="Rules">The rules, with ids as this server has them.</param>
/// <param name="Remapping">How ids were found; those that were not stand in the rules as they were.</param>
internal sealed record ReadDocument(RuleSet Rules, RuleRemapping Remapping);

/// <summary>Rule documents as text: YAML or JSON, with the place of every fault.</summary>
internal sealed class RuleDocument(RuleSetJson json)
{
    private const string Heading = "# Rules of ModBot. `modbot rules validate FILE` checks this file, `modbot rules schema` prints its JSON Schema.\n";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = YamlReader.Deepest, AllowDuplicateProperties = false };

    /// <summary>JSON where the first character says so, else YAML.</summary>
    public static DocumentFormat FormatOf(string text) => text.AsSpan().TrimStart('\ufeff').TrimStart().StartsWith("{") ? DocumentFormat.Json : DocumentFormat.Yaml;

    public static string Write(JsonNode document, DocumentFormat format) =>
        format == DocumentFormat.Yaml ? Heading + YamlWriter.Write(document) : document.ToJsonString(Indented) + "\n";

    /// <summary>Reads a document.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="faults">Takes every fault with its path, line and column.</param>
    /// <param name="answers">What ids become that are not to be found by name; null for nothing.</param>
    /// <param name="here">The server's roles and channels, among which those of the document are looked for; null where that is not known.</param>
    /// <returns>Null where there was a fault.</returns>
    public ReadDocument? Read(string text, List<DocumentFault> faults, IReadOnlyDictionary<Snowflake, Snowflake>? answers = null, IReadOnlyList<NamedId>? here = null)
    {
        YamlTree? tree = FormatOf(text) == DocumentFormat.Json ? ReadJson(text, faults) : YamlReader.Read(text, faults);
        if (tree is null)
            return null;
        var found = new List<OptionFault>();
        RuleRemapping remapping = RuleRemapping.None;
        JsonNode? root = tree.Root;
        if (root is JsonObject document)
        {
            ImmutableArray<NamedId> names = RuleNames.Read(document, found);
            if (here is not null)
                remapping = RuleRemapping.Of(names, here);
            foreach ((Snowflake id, Snowflake becomes) in answers ?? ImmutableDictionary<Snowflake, Snowflake>.Empty)
                remapping = remapping.Answer(id, becomes);
            root = RuleNames.Replace(document, remapping.Ids);
        }

        RuleSet? rules = json.ReadNode(root, found);
        faults.AddRange(found.Select(tree.Locate));
        return rules is null || found.Count > 0 ? null : new ReadDocument(rules, remapping);
    }

    private static YamlTree? ReadJson(string text, List<DocumentFault> faults)
    {
        if (text.Length > YamlReader.Longest)
        {
            faults.Add(new DocumentFault(0, 0, new OptionFault("", $"the document has {text.Length:N0} characters; {YamlReader.Longest:N0} is the most")));
            return null;
        }

        try
        {
            return new YamlTree(JsonNode.Parse(text.TrimStart('\ufeff'), documentOptions: Strict), new Dictionary<string, YamlDotNet.Core.Mark>(StringComparer.Ordinal));
        }
        catch (JsonException fault)
        {
            faults.Add(new DocumentFault((int)(fault.LineNumber + 1 ?? 0), (int)(fault.BytePositionInLine + 1 ?? 0), new OptionFault("", $"not JSON: {fault.Message}")));
            return null;
        }
    }
}
