using System.Text.Json.Nodes;

namespace ModBot.Core.Rules.Presets;

/// <summary>The packs there are. A new one is a JSON file in this folder: a rule document with a description, named after its file.</summary>
public sealed class RulePresets
{
    private const string Folder = "ModBot.Core.Rules.Presets.";
    private const string Extension = ".json";

    /// <param name="json">Writes the pack that is the default rule set.</param>
    public RulePresets(RuleSetJson json)
    {
        All =
        [
            new RulePreset("standard", "The rules that a server starts with: what is plain goes, what needs judgement is flagged, the mild is logged.", json.Write(DefaultRuleSet.Create())),
            .. typeof(RulePresets).Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(Read),
        ];
    }

    /// <summary>The default rule set first.</summary>
    public IReadOnlyList<RulePreset> All { get; }

    /// <summary>The pack of that name, or null. Case does not matter.</summary>
    public RulePreset? Find(string name) => All.FirstOrDefault(preset => string.Equals(preset.Name, name, StringComparison.OrdinalIgnoreCase));

    private static RulePreset Read(string resource)
    {
        using Stream stream = typeof(RulePresets).Assembly.GetManifestResourceStream(resource)!;
        JsonObject document = JsonNode.Parse(stream)!.AsObject();
        string description = document["description"]!.GetValue<string>();
        document.Remove("description");
        return new RulePreset(resource[Folder.Length..^Extension.Length], description, document.ToJsonString());
    }
}
