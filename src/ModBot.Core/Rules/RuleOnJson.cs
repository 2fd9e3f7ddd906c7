using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules;

/// <summary>What a rule looks at, in rule documents: <c>["message","names"]</c>.</summary>
public static class RuleOnJson
{
    private static readonly (string Name, OccurrenceKinds Kinds)[] Known =
    [
        ("names", OccurrenceKinds.Names),
        ("threads", OccurrenceKinds.Threads),
        .. Enum.GetValues<OccurrenceKinds>().Where(kind => int.IsPow2((int)kind)).Select(kind => (RuleReader.NameOf(kind), kind)),
    ];

    /// <summary>Every name: one for each kind of occurrence, and <c>names</c> and <c>threads</c> for several.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(known => known.Name)];

    public static JsonArray Write(OccurrenceKinds on) =>
        new([.. Known.Where(known => int.IsPow2((int)known.Kinds) && (on & known.Kinds) != OccurrenceKinds.None).Select(known => (JsonNode)known.Name)]);

    internal static OccurrenceKinds Read(JsonNode? node, string path, FilterDefinition filter, List<OptionFault> faults)
    {
        if (node is null or JsonArray { Count: 0 })
            return OccurrenceKinds.None;
        OccurrenceKinds on = OccurrenceKinds.None;
        if (node is not JsonArray items || items.Count > Known.Length)
        {
            faults.Add(new OptionFault(path, $"must be a list of {string.Join(", ", Names)}"));
            return on;
        }

        for (int i = 0; i < items.Count; i++)
        {
            string? name = items[i]?.GetValueKind() == JsonValueKind.String ? items[i]!.GetValue<string>() : null;
            OccurrenceKinds kinds = Array.Find(Known, known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)).Kinds;
            if (kinds == OccurrenceKinds.None)
                faults.Add(new OptionFault($"{path}[{i}]", $"must be one of {string.Join(", ", Names)}"));
            else if ((kinds & filter.CanWatch) == OccurrenceKinds.None)
                faults.Add(new OptionFault($"{path}[{i}]", $"the filter {filter.Id} cannot look at that; it can at {string.Join(", ", Write(filter.CanWatch).Select(known => known!.GetValue<string>()))}"));
            on |= kinds & filter.CanWatch;
        }

        return on;
    }
}
