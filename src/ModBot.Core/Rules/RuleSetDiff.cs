using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ModBot.Core.Rules;

/// <summary>Tells two rule sets apart, rule by rule and field by field, by their documents: it knows no filter and no action.</summary>
public sealed class RuleSetDiff(RuleSetJson json)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Stands in the place of a rule's name for what the set has besides its rules.</summary>
    public const string Everywhere = "(all rules)";

    /// <summary>Every rule that differs; the order of rules does not count, for it changes no verdict.</summary>
    public ImmutableArray<RuleChange> Between(RuleSet before, RuleSet after)
    {
        ImmutableArray<RuleChange>.Builder changes = ImmutableArray.CreateBuilder<RuleChange>();
        foreach (Rule rule in after.Rules)
        {
            if (before.Find(rule.Name) is not { } old)
                changes.Add(new RuleChange(RuleChangeKind.Added, rule.Name, Lines([], json.WriteRule(rule))));
            else if (Lines(json.WriteRule(old), json.WriteRule(rule)) is { Length: > 0 } lines)
                changes.Add(new RuleChange(RuleChangeKind.Changed, rule.Name, lines));
        }

        changes.AddRange(before.Rules.Where(rule => after.Find(rule.Name) is null).Select(rule => new RuleChange(RuleChangeKind.Removed, rule.Name, [])));
        if (Lines(Rest(before), Rest(after)) is { Length: > 0 } rest)
            changes.Add(new RuleChange(RuleChangeKind.Changed, Everywhere, rest));
        return changes.ToImmutable();
    }

    /// <summary>The changes as text, one a line, cut with a count of the rest after so many UTF-16 units.</summary>
    /// <param name="changes">What <see cref="Between"/> gave.</param>
    /// <param name="longest">At least 100.</param>
    public static string Text(ImmutableArray<RuleChange> changes, int longest)
    {
        string[] lines = [.. changes.SelectMany(Text)];
        var kept = new List<string>();
        int left = longest - 30;
        foreach (string line in lines)
        {
            string shown = line.Length <= 300 ? line : string.Concat(line.AsSpan(0, 299), "…");
            left -= shown.Length + 1;
            if (left < 0)
                break;
            kept.Add(shown);
        }

        if (kept.Count < lines.Length)
            kept.Add($"… and {lines.Length - kept.Count:N0} more lines");
        return string.Join('\n', kept);
    }

    private static IEnumerable<string> Text(RuleChange change) => change.Kind switch
    {
        RuleChangeKind.Removed => [$"- {change.Rule}"],
        RuleChangeKind.Added => change.Lines.Select(line => $"    {line}").Prepend($"+ {change.Rule}"),
        _ => change.Lines.Select(line => $"    {line}").Prepend($"~ {change.Rule}"),
    };

    private JsonObject Rest(RuleSet rules)
    {
        JsonObject document = json.WriteNode(rules with { Rules = [] });
        document.Remove("version");
        document.Remove("rules");
        return document;
    }

    private static ImmutableArray<string> Lines(JsonObject before, JsonObject after)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        Compare("", before, after, lines);
        return lines.ToImmutable();
    }

    private static void Compare(string path, JsonNode? before, JsonNode? after, ImmutableArray<string>.Builder lines)
    {
        if (JsonNode.DeepEquals(before, after))
            return;
        if (before is JsonObject or null && after is JsonObject or null && (before ?? after) is JsonObject)
        {
            var left = before as JsonObject ?? [];
            var right = after as JsonObject ?? [];
            foreach (string key in left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key)))
            {
                if (path.Length > 0 || key != "name")
                    Compare(path.Length == 0 ? key : $"{path}.{key}", left[key], right[key], lines);
            }
        }
        else if (before is JsonArray or null && after is JsonArray or null)
        {
            CompareLists(path, before as JsonArray ?? [], after as JsonArray ?? [], lines);
        }
        else
        {
            lines.Add($"{path}: {(before is null ? "" : $"{Show(before)} → ")}{(after is null ? "default" : Show(after))}");
        }
    }

    /// <summary>Lists by their items: which came and which went; where only the order differs, the whole.</summary>
    private static void CompareLists(string path, JsonArray before, JsonArray after, ImmutableArray<string>.Builder lines)
    {
        List<string> left = [.. before.Select(Show)];
        List<string> right = [.. after.Select(Show)];
        int first = lines.Count;
        lines.AddRange(Without(left, right).Select(item => $"{path}: − {item}"));
        lines.AddRange(Without(right, left).Select(item => $"{path}: + {item}"));
        if (lines.Count == first)
            lines.Add($"{path}: {Show(after)}");
    }

    private static List<string> Without(List<string> items, List<string> others)
    {
        var counts = others.CountBy(item => item).ToDictionary();
        return items.FindAll(item =>
        {
            int count = counts.GetValueOrDefault(item);
            counts[item] = count - 1;
            return count <= 0;
        });
    }

    private static string Show(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String
        ? value.GetValue<string>()
        : node?.ToJsonString(Readable) ?? "null";
}
