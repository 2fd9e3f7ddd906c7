using System.Text.Json.Nodes;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Rules.Conditions;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules.Documents;

/// <summary>
/// The JSON Schema (draft 2020-12) of rule documents, made from the filters' and actions' own schemas: an editor that knows it
/// completes and checks while typing. It is a help; <see cref="RuleSetJson"/> has the last word.
/// </summary>
public static class RuleSchema
{
    /// <summary>The key by which a document names its schema.</summary>
    public const string Key = "$schema";

    private const string DurationPattern = "^([0-9]+w)?([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$";

    public static JsonObject Create(FilterRegistry filters, ActionRegistry actions)
    {
        var definitions = new JsonObject
        {
            ["id"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{1,20}$" },
            ["ids"] = new JsonObject { ["type"] = "array", ["maxItems"] = 500, ["items"] = Reference("id") },
            ["names"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = 100 } },
            ["scope"] = Scope(),
            ["when"] = Condition(),
            ["action"] = Choice("action", actions.All.Select(action => (action.Id, action.Description, (JsonNode)Reference($"action-{action.Id}")))),
            ["rule"] = Rule(filters),
        };
        foreach (FilterDefinition filter in filters.All)
            definitions[$"filter-{filter.Id}"] = Options(filter.Schema, filter.Description);
        foreach (ActionDefinition action in actions.All)
            definitions[$"action-{action.Id}"] = Action(action);
        return new JsonObject
        {
            [Key] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Rules of ModBot",
            ["type"] = "object",
            ["required"] = new JsonArray("rules"),
            ["properties"] = new JsonObject
            {
                [Key] = new JsonObject { ["type"] = "string" },
                ["version"] = Number("integer", 1, int.MaxValue, "The version this was; a change makes the next one."),
                ["rules"] = new JsonObject { ["type"] = "array", ["maxItems"] = RuleSetJson.MaximumRules, ["items"] = Reference("rule") },
                ["strikes"] = Strikes(),
                ["counters"] = Counters(),
                [RuleNames.Key] = Closed(("roles", Reference("names")), ("channels", Reference("names"))),
            },
            ["additionalProperties"] = false,
            ["$defs"] = definitions,
        };
    }

    private static JsonObject Rule(FilterRegistry filters)
    {
        JsonObject rule = Closed(
            ("name", new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,32}$", ["description"] = "Unique among the rules." }),
            ("filter", Enumeration([.. filters.All.Select(filter => filter.Id)], "What the rule looks for.")),
            ("options", new JsonObject { ["type"] = "object", ["description"] = "The filter's options." }),
            ("category", Enumeration(CategoryNames.All, "What a hit says about the message, where the filter does not say it.")),
            ("verdict", Enumeration([.. Enum.GetValues<Disposition>().Select(RuleReader.NameOf)], "The harshest that a hit may ask for.")),
            ("mode", Enumeration([.. Enum.GetValues<RuleMode>().Select(RuleReader.NameOf)], "off: does not look; shadow: records only; enforce: acts.")),
            ("private", new JsonObject { ["type"] = "boolean", ["description"] = "Cases and cards are for those who may see private matters; nothing punishes." }),
            ("scope", Reference("scope")),
            ("on", new JsonObject { ["type"] = "array", ["items"] = Enumeration(RuleOnJson.Names, null), ["description"] = "What the rule looks at, where its filter can look at more than messages." }),
            ("when", Described(Reference("when"), "What must hold besides before the rule looks.")),
            ("cooldown", Duration(0, ModBot.Core.Rules.Rule.LongestCooldown.TotalSeconds, "After a hit the rule leaves that author alone for so long.")),
            ("then", new JsonObject { ["type"] = "array", ["maxItems"] = RuleActionJson.MaximumActions, ["items"] = Reference("action"), ["description"] = "What follows besides the verdict." }));
        rule["required"] = new JsonArray("name", "filter");
        rule["anyOf"] = new JsonArray([.. filters.All.Select(filter => (JsonNode)new JsonObject
        {
            ["properties"] = new JsonObject { ["filter"] = new JsonObject { ["const"] = filter.Id }, ["options"] = Reference($"filter-{filter.Id}") },
        })]);
        return rule;
    }

    private static JsonObject Scope() => Closed(
        ("channels", Reference("ids")),
        ("exempt-channels", Reference("ids")),
        ("exempt-roles", Reference("ids")),
        ("include-moderators", new JsonObject { ["type"] = "boolean" }),
        ("include-bots", new JsonObject { ["type"] = "boolean" }));

    private static JsonObject Condition()
    {
        JsonObject list = new() { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = RuleCondition.MaximumNodes, ["items"] = Reference("when") };
        JsonObject condition = Closed([.. ConditionJson.Keys.Select(key => (key, key switch
        {
            "all" or "any" => (JsonObject)list.DeepClone(),
            "not" => new JsonObject { ["anyOf"] = new JsonArray(Reference("when"), list.DeepClone()) },
            "roles-any" or "roles-all" or "roles-none" or "channels" or "categories" => Reference("ids"),
            "account-over" or "account-under" or "member-over" or "member-under" => Duration(1, AgeCondition.Longest.TotalSeconds, null),
            "strikes-at-least" or "strikes-below" => Number("number", 0, AmountCondition.Greatest, null),
            "counter" => Closed(("name", new JsonObject { ["type"] = "string", ["maxLength"] = CounterSpec.MaximumName }), ("at-least", Number("number", 0, AmountCondition.Greatest, null)), ("below", Number("number", 0, AmountCondition.Greatest, null))),
            "raid-at-least" or "raid-below" => Enumeration([.. Enum.GetValues<RaidLevel>().Select(RuleReader.NameOf)], null),
            _ => new JsonObject { ["type"] = "boolean" },
        }))]);
        condition["minProperties"] = 1;
        return condition;
    }

    private static JsonObject Strikes()
    {
        JsonObject step = new() { ["type"] = "object", ["required"] = new JsonArray("at", "action") };
        return Closed(
            ("decay", Number("integer", 0, 100, "Points that fall off.")),
            ("every", Duration(TimeSpan.FromHours(1).TotalSeconds, TimeSpan.FromDays(365).TotalSeconds, "In which time they fall off.")),
            ("ladder", new JsonObject { ["type"] = "array", ["maxItems"] = StrikePolicy.MaximumSteps, ["items"] = step }));
    }

    private static JsonObject Counters() => new()
    {
        ["type"] = "array",
        ["items"] = Closed(
            ("name", new JsonObject { ["type"] = "string", ["pattern"] = "^[a-z0-9-]+$", ["maxLength"] = CounterSpec.MaximumName }),
            ("per", Enumeration([.. Enum.GetValues<CounterScope>().Select(RuleReader.NameOf)], "What it counts for.")),
            ("decay", Number("integer", 0, 1_000, "How much falls off.")),
            ("every", Duration(1, TimeSpan.FromDays(365).TotalSeconds, "In which time it falls off."))),
    };

    private static JsonObject Action(ActionDefinition action)
    {
        JsonObject json = Options(action.Schema, action.Description);
        json["properties"]!["action"] = new JsonObject { ["const"] = action.Id };
        json["required"] = new JsonArray([(JsonNode)"action", .. action.Schema.Options.Where(option => option.IsRequired).Select(option => (JsonNode)option.Name)]);

        // The first documents had one number for all actions; it is still read.
        json["properties"]!["amount"] = new JsonObject { ["type"] = "integer", ["deprecated"] = true };
        return json;
    }

    private static JsonObject Options(OptionSchema schema, string description)
    {
        JsonObject json = Closed([.. schema.Options.Select(option => (option.Name, Value(option)))]);
        json["description"] = description;
        string[] required = [.. schema.Options.Where(option => option.IsRequired).Select(option => option.Name)];
        if (required.Length > 0)
            json["required"] = new JsonArray([.. required.Select(name => (JsonNode)name)]);
        return json;
    }

    private static JsonObject Value(OptionSpec option)
    {
        JsonObject json = option.Kind switch
        {
            OptionKind.Toggle => new JsonObject { ["type"] = "boolean" },
            OptionKind.Integer => Number("integer", option.Minimum, option.Maximum, null),
            OptionKind.Number => Number("number", option.Minimum, option.Maximum, null),
            OptionKind.Choice => Enumeration(option.Choices, null),
            OptionKind.Duration => Duration(option.Minimum, option.Maximum, null),
            OptionKind.Channel or OptionKind.Role => Reference("id"),
            OptionKind.TextList => new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = (int)option.Minimum,
                ["maxItems"] = (int)option.Maximum,
                ["items"] = option.Choices.Count > 0
                    ? Enumeration(option.Choices, null)
                    : new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = option.MaximumItemLength },
            },
            _ => new JsonObject { ["type"] = "string", ["maxLength"] = (int)option.Maximum },
        };
        json["description"] = option.Description;
        if (option.Default is { } fallback)
            json["default"] = fallback.DeepClone();
        return json;
    }

    private static JsonObject Choice(string key, IEnumerable<(string Id, string Description, JsonNode Shape)> shapes)
    {
        (string Id, string Description, JsonNode Shape)[] all = [.. shapes];
        return new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray(key),
            ["properties"] = new JsonObject { [key] = Enumeration([.. all.Select(shape => shape.Id)], null) },
            ["anyOf"] = new JsonArray([.. all.Select(shape => shape.Shape)]),
        };
    }

    private static JsonObject Duration(double minimum, double maximum, string? description)
    {
        var json = new JsonObject
        {
            ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string", ["pattern"] = DurationPattern, ["minLength"] = 2 }, Number("integer", minimum, maximum, null)),
        };
        return Described(json, description);
    }

    private static JsonObject Number(string type, double minimum, double maximum, string? description) =>
        Described(new JsonObject { ["type"] = type, ["minimum"] = minimum, ["maximum"] = maximum }, description);

    private static JsonObject Enumeration(IReadOnlyList<string> names, string? description) =>
        Described(new JsonObject { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) }, description);

    private static JsonObject Described(JsonObject json, string? description)
    {
        if (description is not null)
            json["description"] = description;
        return json;
    }

    private static JsonObject Closed(params ReadOnlySpan<(string Name, JsonObject Schema)> properties)
    {
        var known = new JsonObject();
        foreach ((string name, JsonObject schema) in properties)
            known[name] = schema;
        return new JsonObject { ["type"] = "object", ["properties"] = known, ["additionalProperties"] = false };
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };
}
