using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Occurrences;
using ModBot.Core.Rules.Conditions;
using ModBot.Core.Rules.Documents;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules;

/// <summary>Rule sets as JSON documents. Reading names every fault with its path; nothing is read half.</summary>
public sealed class RuleSetJson(FilterRegistry registry)
{
    /// <summary>The most rules of a set.</summary>
    public const int MaximumRules = 500;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };
    private static readonly JsonNodeOptions Nodes = new() { PropertyNameCaseInsensitive = false };

    public string Write(RuleSet rules) => WriteNode(rules).ToJsonString();

    public JsonObject WriteNode(RuleSet rules)
    {
        var json = new JsonObject
        {
            ["version"] = rules.Version,
            ["rules"] = new JsonArray([.. rules.Rules.Select(rule => (JsonNode)WriteRule(rule))]),
        };
        if (rules.Strikes != StrikePolicy.Default)
            json["strikes"] = StrikePolicyJson.Write(rules.Strikes);
        if (rules.Counters.Length > 0)
            json["counters"] = CounterSpecJson.Write(rules.Counters);
        return json;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document.</param>
    /// <param name="faults">Takes every fault with its path, e.g. <c>rules[3].options.count</c>.</param>
    /// <returns>Null where there was a fault.</returns>
    public RuleSet? Read(string json, List<OptionFault> faults)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(json, Nodes, Strict);
        }
        catch (JsonException fault)
        {
            faults.Add(new OptionFault("", $"not JSON: {fault.Message}"));
            return null;
        }

        return ReadNode(root, faults);
    }

    /// <summary>Reads a document that is parsed already.</summary>
    /// <param name="root">The document.</param>
    /// <param name="faults">Takes every fault with its path.</param>
    /// <returns>Null where there was a fault.</returns>
    public RuleSet? ReadNode(JsonNode? root, List<OptionFault> faults)
    {
        int before = faults.Count;
        if (root is not JsonObject document)
        {
            faults.Add(new OptionFault("", "must be an object with version and rules"));
            return null;
        }

        var reader = new RuleReader(document, "", faults);
        int version = reader.Integer("version", 1, int.MaxValue, 1);
        ImmutableArray<Rule> rules = ReadRules(document["rules"], faults);
        StrikePolicy strikes = StrikePolicyJson.Read(document["strikes"], "strikes", faults);
        ImmutableArray<CounterSpec> counters = CounterSpecJson.Read(document["counters"], "counters", faults);
        reader.RefuseUnknown("version", "rules", "strikes", "counters", RuleNames.Key, RuleSchema.Key);
        return faults.Count == before ? new RuleSet(version, rules) { Strikes = strikes, Counters = counters } : null;
    }

    private ImmutableArray<Rule> ReadRules(JsonNode? node, List<OptionFault> faults)
    {
        if (node is not JsonArray { Count: <= MaximumRules } items)
        {
            faults.Add(new OptionFault("rules", $"must be a list of at most {MaximumRules} rules"));
            return [];
        }

        ImmutableArray<Rule>.Builder rules = ImmutableArray.CreateBuilder<Rule>(items.Count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < items.Count; i++)
        {
            string path = $"rules[{i}]";
            if (items[i] is not JsonObject item)
                faults.Add(new OptionFault(path, "must be an object"));
            else if (ReadRule(item, path, faults) is { } rule)
            {
                rules.Add(rule);
                if (!names.Add(rule.Name))
                    faults.Add(new OptionFault($"{path}.name", $"'{rule.Name}' is used twice"));
            }
        }

        return rules.ToImmutable();
    }

    /// <summary>Reads one rule.</summary>
    /// <param name="json">The rule's document.</param>
    /// <param name="path">Where it stands; empty for a document of its own.</param>
    /// <param name="faults">Takes every fault with its path.</param>
    /// <returns>Null where there was a fault.</returns>
    public Rule? ReadRule(JsonObject json, string path, List<OptionFault> faults)
    {
        int before = faults.Count;
        string prefix = path.Length == 0 ? "" : $"{path}.";
        var reader = new RuleReader(json, path, faults);
        string name = reader.Text("name", 32);
        if (name.Length > 0 && !name.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            reader.Fault("name", "may have only a-z, 0-9 and hyphens");
        string filter = reader.Text("filter", 32);
        FilterDefinition? definition = registry.Find(filter);
        if (definition is null && filter.Length > 0)
            reader.Fault("filter", $"unknown filter '{filter}'; known: {string.Join(", ", registry.All.Select(known => known.Id))}");
        FilterOptions? options = definition is null ? null : ReadOptions(definition, json["options"], $"{prefix}options", faults);
        if (!CategoryNames.TryParse(reader.Text("category", 32, "other"), out Category category))
            reader.Fault("category", $"must be one of {string.Join(", ", CategoryNames.All)}");
        Disposition verdict = reader.Choice("verdict", Disposition.Flag);
        RuleMode mode = reader.Choice("mode", RuleMode.Enforce);
        bool isPrivate = reader.Toggle("private");
        OccurrenceKinds on = definition is null ? OccurrenceKinds.None : RuleOnJson.Read(json["on"], $"{prefix}on", definition, faults);
        RuleScope scope = RuleScopeJson.Read(json["scope"], $"{prefix}scope", faults);
        ImmutableArray<RuleAction> then = RuleActionJson.ReadList(json["then"], $"{prefix}then", faults);
        RuleCondition? when = ConditionJson.Read(json["when"], $"{prefix}when", faults);
        if (!scope.IncludeBots && when is not null && AsksForBots(when))
            reader.Fault("when", "bots are looked at only where scope has \"include-bots\":true");
        TimeSpan cooldown = reader.Duration("cooldown", TimeSpan.Zero, Rule.LongestCooldown, TimeSpan.Zero);
        reader.RefuseUnknown("name", "filter", "options", "category", "verdict", "on", "mode", "private", "scope", "when", "cooldown", "then");
        return faults.Count > before || options is null
            ? null
            : new Rule { Name = name, Filter = definition!.Id, Options = options, Category = category, Verdict = verdict, On = on, Mode = mode, Private = isPrivate, Scope = scope, When = when, Cooldown = cooldown, Then = then };
    }

    private static bool AsksForBots(RuleCondition condition) => condition switch
    {
        TraitCondition { Trait: Trait.Bot, Expected: true } => true,
        ConditionGroup { Kind: not GroupKind.Not } group => group.Parts.Any(AsksForBots),
        _ => false,
    };

    private static FilterOptions? ReadOptions(FilterDefinition definition, JsonNode? node, string path, List<OptionFault> faults)
    {
        if (node is null)
            return definition.DefaultOptions;
        if (node is not JsonObject json)
        {
            faults.Add(new OptionFault(path, "must be an object"));
            return null;
        }

        var own = new List<OptionFault>();
        var options = (FilterOptions?)definition.Schema.Read(json, own);
        if (options is not null)
            own.AddRange(definition.Validate(options));
        faults.AddRange(own.Select(fault => fault with { Path = fault.Path.Length == 0 ? path : $"{path}.{fault.Path}" }));
        return own.Count == 0 ? options : null;
    }

    /// <summary>A rule's document; defaults are left out but for what a reader wants to see.</summary>
    /// <exception cref="ArgumentException">The rule's filter is not registered.</exception>
    public JsonObject WriteRule(Rule rule)
    {
        FilterDefinition definition = registry.Find(rule.Filter) ?? throw new ArgumentException($"Rule '{rule.Name}' uses the unknown filter '{rule.Filter}'.", nameof(rule));
        var json = new JsonObject
        {
            ["name"] = rule.Name,
            ["filter"] = rule.Filter,
            ["category"] = rule.Category.NameOf(),
            ["verdict"] = RuleReader.NameOf(rule.Verdict),
            ["mode"] = RuleReader.NameOf(rule.Mode),
        };
        JsonObject options = definition.Schema.Write(rule.Options);
        if (options.Count > 0)
            json["options"] = options;
        if (rule.On != OccurrenceKinds.None)
            json["on"] = RuleOnJson.Write(rule.On);
        if (rule.Private)
            json["private"] = true;
        if (RuleScopeJson.Write(rule.Scope) is { Count: > 0 } scope)
            json["scope"] = scope;
        if (rule.When is { } when)
            json["when"] = ConditionJson.Write(when);
        if (rule.Cooldown > TimeSpan.Zero)
            json["cooldown"] = DurationText.Write(rule.Cooldown);
        if (rule.Then.Length > 0)
            json["then"] = RuleActionJson.WriteList(rule.Then);
        return json;
    }
}
