using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Actions;
using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>Actions in rule documents and in the store: <c>{"action":"timeout","duration":"10m"}</c>.</summary>
public static class RuleActionJson
{
    /// <summary>The most further actions of a rule.</summary>
    public const int MaximumActions = 16;

    private const string FormerAmount = "amount";

    /// <summary>The first documents had one whole number for all kinds; what it is called now. Kinds that never used it had it too.</summary>
    private static readonly FrozenDictionary<ActionKind, string?> FormerAmounts = new Dictionary<ActionKind, string?>
    {
        [ActionKind.Strike] = "points",
        [ActionKind.Timeout] = "duration",
        [ActionKind.Ban] = "duration",
        [ActionKind.Delete] = null,
        [ActionKind.DeleteRelated] = null,
        [ActionKind.Flag] = null,
        [ActionKind.NotifyAuthor] = null,
        [ActionKind.Kick] = null,
    }.ToFrozenDictionary();

    /// <summary>Reads one action.</summary>
    /// <param name="json">The object; keys in <paramref name="besides"/> are the caller's.</param>
    /// <param name="path">Where it stands, for faults.</param>
    /// <param name="faults">Takes every fault with its path.</param>
    /// <param name="besides">Further keys that are no fault.</param>
    /// <returns>Null where there was a fault.</returns>
    public static RuleAction? Read(JsonObject json, string path, List<OptionFault> faults, params ReadOnlySpan<string> besides) =>
        Read(ActionRegistry.BuiltIn.Find, json, path, faults, besides);

    private static RuleAction? Read(Func<string, ActionDefinition?> find, JsonObject json, string path, List<OptionFault> faults, params ReadOnlySpan<string> besides)
    {
        var own = new List<OptionFault>();
        string id = new RuleReader(json, "", own).Text("action", 32);
        ActionDefinition? definition = find(id);
        if (definition is null && own.Count == 0)
            own.Add(new OptionFault("action", $"unknown action '{id}'; known: {string.Join(", ", ActionRegistry.BuiltIn.All.Select(known => known.Id))}"));
        RuleAction? action = null;
        if (definition is not null)
        {
            action = (RuleAction?)definition.Schema.Read(OptionsOf(json, definition, own, besides), own);
            if (action is not null)
                own.AddRange(definition.Validate(action));
        }

        faults.AddRange(own.Select(fault => fault with { Path = path.Length == 0 ? fault.Path : fault.Path.Length == 0 ? path : $"{path}.{fault.Path}" }));
        return own.Count == 0 ? action : null;
    }

    /// <summary>Reads what <see cref="WriteText"/> wrote.</summary>
    /// <exception cref="JsonException">Not an action that this program knows.</exception>
    public static RuleAction ReadText(string text)
    {
        var faults = new List<OptionFault>();
        RuleAction? action = JsonNode.Parse(text) is JsonObject json ? Read(ActionRegistry.BuiltIn.FindStored, json, "", faults) : null;
        return action ?? throw new JsonException(faults.Count > 0 ? string.Join("; ", faults) : "not an object");
    }

    public static string WriteText(RuleAction action) => Write(action).ToJsonString();

    public static JsonObject Write(RuleAction action)
    {
        ActionDefinition definition = ActionRegistry.BuiltIn.Of(action.Kind);
        var json = new JsonObject { ["action"] = definition.Id };
        foreach ((string key, JsonNode? value) in definition.Schema.Write(action))
            json[key] = value?.DeepClone();
        return json;
    }

    internal static ImmutableArray<RuleAction> ReadList(JsonNode? node, string path, List<OptionFault> faults)
    {
        if (node is null)
            return [];
        if (node is not JsonArray { Count: <= MaximumActions } items)
        {
            faults.Add(new OptionFault(path, $"must be a list of at most {MaximumActions} actions"));
            return [];
        }

        ImmutableArray<RuleAction>.Builder actions = ImmutableArray.CreateBuilder<RuleAction>();
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is not JsonObject json)
                faults.Add(new OptionFault($"{path}[{i}]", "must be an object with action and its options"));
            else if (Read(json, $"{path}[{i}]", faults) is { } action)
                actions.Add(action);
        }

        return actions.ToImmutable();
    }

    internal static JsonArray WriteList(ImmutableArray<RuleAction> actions) => new([.. actions.Select(action => (JsonNode)Write(action))]);

    private static JsonObject OptionsOf(JsonObject json, ActionDefinition definition, List<OptionFault> faults, ReadOnlySpan<string> besides)
    {
        var options = new JsonObject();
        foreach ((string key, JsonNode? value) in json)
        {
            if (key == "action" || besides.Contains(key))
                continue;
            if (key != FormerAmount || !FormerAmounts.TryGetValue(definition.Kind, out string? name))
                options[key] = value?.DeepClone();
            else if (value is not JsonValue amount || !amount.TryGetValue(out long number) || number < 0)
                faults.Add(new OptionFault(FormerAmount, "must be a whole number, 0 or more"));
            else if (name is not null && number > 0)
                options[name] = Within(definition, name, number);
        }

        return options;
    }

    /// <summary>The first documents allowed any number: the nearest that is allowed now.</summary>
    private static int Within(ActionDefinition definition, string name, long number)
    {
        OptionSpec spec = definition.Schema.Options.First(option => option.Name == name);
        return (int)Math.Clamp(number, spec.Minimum, spec.Maximum);
    }
}
