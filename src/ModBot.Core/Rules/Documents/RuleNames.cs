using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Core.Rules.Documents;

/// <summary>
/// The names of the roles and channels whose ids a rule document holds: <c>"names":{"roles":{"123":"Staff"}}</c>. They are
/// what another server finds its own roles and channels by. Ids are known by their value alone, wherever they stand, so that
/// no filter, condition or action needs to say which of its texts are ids.
/// </summary>
public static partial class RuleNames
{
    /// <summary>The key in a rule document.</summary>
    public const string Key = "names";

    private const int MostNames = 2_000;
    private const int LongestName = 100;
    private static readonly (string Key, NamedKind Kind)[] Kinds = [("roles", NamedKind.Role), ("channels", NamedKind.Channel)];

    /// <summary>The names of those that the document holds, as its <see cref="Key"/>; null where it holds none.</summary>
    public static JsonObject? Collect(JsonNode document, IEnumerable<NamedId> known)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Walk(document, text =>
        {
            ids.Add(text);
            ids.UnionWith(Mention.Matches(text).Select(match => match.Groups["id"].Value));
            return text;
        });
        var names = new JsonObject();
        foreach (IGrouping<NamedKind, NamedId> group in known.Where(named => ids.Contains(named.Id.ToString())).OrderBy(named => named.Id).GroupBy(named => named.Kind).OrderBy(group => group.Key))
            names[Kinds.First(kind => kind.Kind == group.Key).Key] = new JsonObject(group.DistinctBy(named => named.Id).Select(named => KeyValuePair.Create(named.Id.ToString(), (JsonNode?)named.Name)));
        return names.Count == 0 ? null : names;
    }

    /// <summary>What the document's names say.</summary>
    /// <param name="document">The document.</param>
    /// <param name="faults">Takes every fault with its path.</param>
    public static ImmutableArray<NamedId> Read(JsonObject document, List<OptionFault> faults)
    {
        if (document[Key] is null)
            return [];
        if (document[Key] is not JsonObject names)
        {
            faults.Add(new OptionFault(Key, "must be an object with roles and channels"));
            return [];
        }

        faults.AddRange(names.Where(pair => !Kinds.Any(kind => kind.Key == pair.Key)).Select(pair => new OptionFault($"{Key}.{pair.Key}", "unknown key; known: roles, channels")));
        ImmutableArray<NamedId>.Builder read = ImmutableArray.CreateBuilder<NamedId>();
        foreach ((string key, NamedKind kind) in Kinds)
        {
            string path = $"{Key}.{key}";
            if (names[key] is not JsonObject { Count: <= MostNames } entries)
            {
                if (names[key] is not null)
                    faults.Add(new OptionFault(path, $"must be an object of at most {MostNames:N0} ids and names"));
                continue;
            }

            foreach ((string id, JsonNode? name) in entries)
            {
                if (!Snowflake.TryParse(id, null, out Snowflake known) || name?.GetValueKind() != JsonValueKind.String || name.GetValue<string>() is not { Length: > 0 and <= LongestName } text)
                    faults.Add(new OptionFault($"{path}.{id}", $"must be an id with a name of 1 to {LongestName} characters"));
                else
                    read.Add(new NamedId(kind, known, text));
            }
        }

        return read.ToImmutable();
    }

    /// <summary>The document with ids replaced wherever they stand, in mentions inside texts too.</summary>
    public static JsonObject Replace(JsonObject document, IReadOnlyDictionary<Snowflake, Snowflake> ids)
    {
        var texts = ids.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString(), StringComparer.Ordinal);
        var copy = (JsonObject)document.DeepClone();
        JsonNode? names = copy[Key];
        copy.Remove(Key);
        Walk(copy, text => texts.TryGetValue(text, out string? other)
            ? other
            : Mention.Replace(text, match => texts.TryGetValue(match.Groups["id"].Value, out string? id) ? $"<{match.Groups["mark"].Value}{id}>" : match.Value));
        if (names is not null)
            copy[Key] = names;
        return copy;
    }

    /// <summary>Calls for every text that is a value; those that come back changed take its place.</summary>
    private static void Walk(JsonNode? node, Func<string, string> change)
    {
        switch (node)
        {
            case JsonObject json:
                foreach ((string key, JsonNode? value) in json.ToList())
                {
                    if (TextOf(value) is not { } text)
                        Walk(value, change);
                    else if (change(text) is var other && other != text)
                        json[key] = other;
                }

                break;
            case JsonArray list:
                for (int i = 0; i < list.Count; i++)
                {
                    if (TextOf(list[i]) is not { } text)
                        Walk(list[i], change);
                    else if (change(text) is var other && other != text)
                        list[i] = other;
                }

                break;
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    [GeneratedRegex("<(?<mark>@&|#)(?<id>[0-9]{1,20})>", RegexOptions.NonBacktracking)]
    private static partial Regex Mention { get; }
}
