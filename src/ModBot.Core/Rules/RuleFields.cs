using ModBot.Core.Filters;
using ModBot.Core.Verdicts;

namespace ModBot.Core.Rules;

/// <summary>The fields of rules, from the filters' schemas: what slash commands offer without knowing a filter.</summary>
public static class RuleFields
{
    /// <summary>Stands before the name of a rule's own field where an option of the filter has that name.</summary>
    public const string OwnPrefix = "rule-";

    /// <summary>The key of the further actions in a rule's document.</summary>
    internal const string Actions = "then";

    private static readonly RuleField[] Own =
    [
        Of("verdict", OptionKind.Choice, "The harshest that a hit may ask for.", RuleReader.NameOf(Disposition.Flag), [.. Enum.GetValues<Disposition>().Select(RuleReader.NameOf)]),
        Of("category", OptionKind.Choice, "What a hit says about the message, where the filter does not say it.", Category.Other.NameOf(), CategoryNames.All),
        Of("mode", OptionKind.Choice, "off: does not look; shadow: records only; enforce: acts.", RuleReader.NameOf(RuleMode.Enforce), [.. Enum.GetValues<RuleMode>().Select(RuleReader.NameOf)]),
        Of("private", OptionKind.Toggle, "Cases and cards are for those who may see private matters; nothing punishes.", false, []),
        new("scope", "scope", IsOption: false, "Where and on whom the rule looks, as JSON.", Spec: null),
        new("on", "on", IsOption: false, "What the rule looks at, where its filter can look at more than messages.", new OptionSpec("on", OptionKind.TextList, "What the rule looks at, where its filter can look at more than messages.", new System.Text.Json.Nodes.JsonArray(), 0, RuleOnJson.Names.Count, 20, [])),
        new("when", "when", IsOption: false, "What must hold besides: {account-under: 7d, attachments: true}.", Spec: null),
        new("cooldown", "cooldown", IsOption: false, "After a hit the rule leaves that author alone for so long.", new OptionSpec("cooldown", OptionKind.Duration, "After a hit the rule leaves that author alone for so long.", "0s", 0, Rule.LongestCooldown.TotalSeconds, 0, [])),
        new(Actions, Actions, IsOption: false, "What follows besides: timeout duration=10m; strike points=2.", Spec: null),
    ];

    /// <summary>The filter's options first, then what every rule has.</summary>
    public static IReadOnlyList<RuleField> Of(FilterDefinition filter)
    {
        IReadOnlyList<OptionSpec> options = filter.Schema.Options;
        return
        [
            .. options.Select(spec => new RuleField(spec.Name, spec.Name, IsOption: true, spec.Description, spec)),
            .. Own.Select(field => options.Any(spec => Same(spec.Name, field.Name)) ? field with { Name = OwnPrefix + field.Name } : field),
        ];
    }

    /// <summary>The field of that name, or null. Case does not matter.</summary>
    public static RuleField? Find(FilterDefinition filter, string name) => Of(filter).FirstOrDefault(field => Same(field.Name, name));

    private static RuleField Of(string name, OptionKind kind, string description, System.Text.Json.Nodes.JsonNode fallback, IReadOnlyList<string> choices) =>
        new(name, name, IsOption: false, description, new OptionSpec(name, kind, description, fallback, 0, 1, 0, choices));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
