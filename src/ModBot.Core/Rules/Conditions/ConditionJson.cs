using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;

namespace ModBot.Core.Rules.Conditions;

/// <summary>
/// Conditions in rule documents: an object whose keys must all hold, e.g.
/// <c>{"any":[{"account-under":"7d"},{"strikes-at-least":3}],"attachments":true}</c>.
/// </summary>
internal static class ConditionJson
{
    private const int MaximumIds = 500;

    /// <summary>Every key, for error messages.</summary>
    public static readonly ImmutableArray<string> Keys =
    [
        "all", "any", "not", "roles-any", "roles-all", "roles-none", "channels", "categories", "thread", "edited", "forward", "attachments", "reply", "bot", "webhook", "avatar",
        "account-over", "account-under", "member-over", "member-under", "strikes-at-least", "strikes-below", "counter", "raid-at-least", "raid-below",
    ];

    /// <summary>Reads a condition; null where there is none or where it has faults.</summary>
    public static RuleCondition? Read(JsonNode? node, string path, List<OptionFault> faults)
    {
        if (node is null)
            return null;
        int before = faults.Count;
        RuleCondition? condition = ReadNode(node, path, 1, faults);
        if (condition is not null && condition.Flatten().Count() > RuleCondition.MaximumNodes)
            faults.Add(new OptionFault(path, $"has more than {RuleCondition.MaximumNodes} groups and tests"));
        return faults.Count == before ? condition : null;
    }

    public static JsonObject Write(RuleCondition condition) => condition switch
    {
        ConditionGroup group => new JsonObject { [RuleReader.NameOf(group.Kind)] = new JsonArray([.. group.Parts.Select(part => (JsonNode)Write(part))]) },
        RoleCondition roles => new JsonObject { [$"roles-{RuleReader.NameOf(roles.Match)}"] = Ids(roles.Roles) },
        PlaceCondition place => new JsonObject { [place.Categories ? "categories" : "channels"] = Ids(place.Places) },
        TraitCondition trait => new JsonObject { [RuleReader.NameOf(trait.Trait)] = trait.Expected },
        AgeCondition age => new JsonObject { [$"{(age.OfMembership ? "member" : "account")}-{(age.Over ? "over" : "under")}"] = DurationText.Write(age.Age) },
        AmountCondition { Counter: null } strikes => new JsonObject { [strikes.Over ? "strikes-at-least" : "strikes-below"] = strikes.Amount },
        AmountCondition counter => new JsonObject { ["counter"] = new JsonObject { ["name"] = counter.Counter, [counter.Over ? "at-least" : "below"] = counter.Amount } },
        RaidCondition raid => new JsonObject { [raid.Over ? "raid-at-least" : "raid-below"] = RuleReader.NameOf(raid.Level) },
        _ => throw new ArgumentException($"A {condition.GetType().Name} has no form in documents.", nameof(condition)),
    };

    private static RuleCondition? ReadNode(JsonNode? node, string path, int depth, List<OptionFault> faults)
    {
        // Several keys are a group of their own.
        int inner = node is JsonObject { Count: > 1 } ? depth + 1 : depth;
        if (inner > RuleCondition.MaximumDepth)
        {
            faults.Add(new OptionFault(path, $"conditions may stand {RuleCondition.MaximumDepth} deep at most"));
            return null;
        }

        if (node is not JsonObject { Count: > 0 } json)
        {
            faults.Add(new OptionFault(path, $"must be an object with one or more of {string.Join(", ", Keys)}"));
            return null;
        }

        ImmutableArray<RuleCondition>.Builder parts = ImmutableArray.CreateBuilder<RuleCondition>(json.Count);
        foreach ((string key, JsonNode? value) in json)
        {
            if (ReadKey(json, key, value, path, inner, faults) is { } part)
                parts.Add(part);
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new ConditionGroup(GroupKind.All, parts.ToImmutable()),
        };
    }

    private static RuleCondition? ReadKey(JsonObject json, string key, JsonNode? value, string path, int depth, List<OptionFault> faults)
    {
        var reader = new RuleReader(json, path, faults);
        switch (key)
        {
            case "all" or "any" or "not":
                return ReadGroup(Enum.Parse<GroupKind>(key, ignoreCase: true), value, $"{path}.{key}", depth, faults);
            case "roles-any" or "roles-all" or "roles-none":
                return ReadIds(reader, key, value) is { Length: > 0 } roles ? new RoleCondition(Enum.Parse<RoleMatch>(key["roles-".Length..], ignoreCase: true), roles) : null;
            case "channels" or "categories":
                return ReadIds(reader, key, value) is { Length: > 0 } places ? new PlaceCondition(key == "categories", places) : null;
            case "account-over" or "account-under" or "member-over" or "member-under":
                return new AgeCondition(key.StartsWith("member", StringComparison.Ordinal), key.EndsWith("over", StringComparison.Ordinal), reader.Duration(key, TimeSpan.FromSeconds(1), AgeCondition.Longest, TimeSpan.FromDays(1)));
            case "strikes-at-least" or "strikes-below":
                return new AmountCondition(null, key == "strikes-at-least", ReadAmount(reader, key, value));
            case "counter":
                return ReadCounter(value, $"{path}.{key}", faults);
            case "raid-at-least" or "raid-below":
                return new RaidCondition(key == "raid-at-least", reader.Choice(key, RaidLevel.Low));
            default:
                if (Enum.TryParse(key, ignoreCase: true, out Trait trait) && Keys.Contains(key))
                    return new TraitCondition(trait, reader.Toggle(key));
                reader.Fault(key, $"unknown condition; known: {string.Join(", ", Keys)}");
                return null;
        }
    }

    /// <summary>A list; what is negated may also be one object.</summary>
    private static ConditionGroup? ReadGroup(GroupKind kind, JsonNode? value, string path, int depth, List<OptionFault> faults)
    {
        if (kind == GroupKind.Not && value is JsonObject)
            return ReadNode(value, path, depth + 1, faults) is { } part ? new ConditionGroup(kind, [part]) : null;
        if (value is not JsonArray { Count: > 0 and <= RuleCondition.MaximumNodes } items)
        {
            faults.Add(new OptionFault(path, $"must be a list of 1 to {RuleCondition.MaximumNodes} conditions"));
            return null;
        }

        ImmutableArray<RuleCondition>.Builder parts = ImmutableArray.CreateBuilder<RuleCondition>(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            if (ReadNode(items[i], $"{path}[{i}]", depth + 1, faults) is { } part)
                parts.Add(part);
        }

        return parts.Count == items.Count ? new ConditionGroup(kind, parts.ToImmutable()) : null;
    }

    private static AmountCondition? ReadCounter(JsonNode? value, string path, List<OptionFault> faults)
    {
        if (value is not JsonObject json)
        {
            faults.Add(new OptionFault(path, "must be an object with name and at-least or below"));
            return null;
        }

        var reader = new RuleReader(json, path, faults);
        reader.RefuseUnknown("name", "at-least", "below");
        string name = reader.Text("name", CounterSpec.MaximumName);
        if (name.Length > 0 && !CounterSpec.IsName(name))
            reader.Fault("name", "may have only a-z, 0-9 and hyphens");
        bool over = json["at-least"] is not null;
        if (over == json["below"] is not null)
        {
            reader.Fault("at-least", "give either at-least or below");
            return null;
        }

        string key = over ? "at-least" : "below";
        return new AmountCondition(name, over, ReadAmount(reader, key, json[key]));
    }

    private static double ReadAmount(RuleReader reader, string key, JsonNode? value)
    {
        if (value?.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue(out double amount) && amount is >= 0 and <= AmountCondition.Greatest)
            return amount;
        reader.Fault(key, $"must be a number from 0 to {AmountCondition.Greatest:N0}");
        return 0;
    }

    private static ImmutableArray<Snowflake> ReadIds(RuleReader reader, string key, JsonNode? value)
    {
        ImmutableArray<Snowflake> ids = [.. reader.Ids(key, MaximumIds)];
        if (value is null or JsonArray { Count: 0 })
            reader.Fault(key, $"must be a list of 1 to {MaximumIds} ids");
        return ids;
    }

    private static JsonArray Ids(ImmutableArray<Snowflake> ids) => new([.. ids.Select(id => (JsonNode)id.ToString())]);
}
