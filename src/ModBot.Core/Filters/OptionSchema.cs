using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>The options of a filter or an action, readable without knowing its record.</summary>
public abstract class OptionSchema
{
    public abstract IReadOnlyList<OptionSpec> Options { get; }

    /// <summary>Reads options from a JSON object; absent keys take their defaults.</summary>
    /// <returns>Null when <paramref name="faults"/> got any: unknown keys, wrong types and values out of bounds are all named.</returns>
    public abstract OptionRecord? Read(JsonObject json, List<OptionFault> faults);

    /// <summary>The options as a JSON object, defaults left out.</summary>
    public abstract JsonObject Write(OptionRecord options);
}

/// <summary>Ties option names to the members of an options record. Built once per filter or action with the methods named after kinds.</summary>
public sealed class OptionSchema<TOptions> : OptionSchema
    where TOptions : OptionRecord, new()
{
    private static readonly TOptions Defaults = new();
    private readonly List<Binding> bindings = [];

    public override IReadOnlyList<OptionSpec> Options => bindings.ConvertAll(binding => binding.Spec);

    public OptionSchema<TOptions> Toggle(string name, string description, Func<TOptions, bool> get, Func<TOptions, bool, TOptions> set) =>
        Bind(new OptionSpec(name, OptionKind.Toggle, description, get(Defaults), 0, 1, 0, []), options => get(options), (options, json) => set(options, json.GetValue<bool>()));

    public OptionSchema<TOptions> Integer(string name, string description, int minimum, int maximum, Func<TOptions, int> get, Func<TOptions, int, TOptions> set) =>
        Bind(new OptionSpec(name, OptionKind.Integer, description, get(Defaults), minimum, maximum, 0, []), options => get(options), (options, json) => set(options, json.GetValue<int>()));

    public OptionSchema<TOptions> Number(string name, string description, double minimum, double maximum, Func<TOptions, double> get, Func<TOptions, double, TOptions> set) =>
        Bind(new OptionSpec(name, OptionKind.Number, description, get(Defaults), minimum, maximum, 0, []), options => get(options), (options, json) => set(options, json.GetValue<double>()));

    /// <summary>An enumeration; its names are written in lower case with hyphens.</summary>
    public OptionSchema<TOptions> Choice<TEnum>(string name, string description, Func<TOptions, TEnum> get, Func<TOptions, TEnum, TOptions> set)
        where TEnum : struct, Enum
    {
        string[] names = [.. Enum.GetNames<TEnum>().Select(Hyphenate)];
        TEnum[] values = Enum.GetValues<TEnum>();
        return Bind(
            new OptionSpec(name, OptionKind.Choice, description, names[Array.IndexOf(values, get(Defaults))], 0, 0, 0, names),
            options => names[Array.IndexOf(values, get(options))],
            (options, json) => set(options, values[Array.IndexOf(names, json.GetValue<string>().ToLowerInvariant())]));
    }

    public OptionSchema<TOptions> Text(string name, string description, int maximumLength, Func<TOptions, string> get, Func<TOptions, string, TOptions> set) =>
        Bind(new OptionSpec(name, OptionKind.Text, description, get(Defaults), 0, maximumLength, 0, []), options => get(options), (options, json) => set(options, json.GetValue<string>()));

    public OptionSchema<TOptions> TextList(string name, string description, int maximumCount, int maximumItemLength, Func<TOptions, ImmutableArray<string>> get, Func<TOptions, ImmutableArray<string>, TOptions> set) =>
        Bind(
            new OptionSpec(name, OptionKind.TextList, description, ToJson(get(Defaults)), 0, maximumCount, maximumItemLength, []),
            options => ToJson(get(options)),
            (options, json) => set(options, [.. json.AsArray().Select(item => item!.GetValue<string>())]));

    /// <summary>Some of an enumeration's values; their names are written in lower case with hyphens.</summary>
    public OptionSchema<TOptions> ChoiceList<TEnum>(string name, string description, Func<TOptions, ImmutableArray<TEnum>> get, Func<TOptions, ImmutableArray<TEnum>, TOptions> set)
        where TEnum : struct, Enum
    {
        string[] names = [.. Enum.GetNames<TEnum>().Select(Hyphenate)];
        TEnum[] values = Enum.GetValues<TEnum>();
        JsonArray Names(TOptions options) => ToJson([.. get(options).Select(value => names[Array.IndexOf(values, value)])]);
        return Bind(
            new OptionSpec(name, OptionKind.TextList, description, Names(Defaults), 0, names.Length, names.Max(choice => choice.Length), names),
            Names,
            (options, json) => set(options, [.. json.AsArray().Select(item => values[Array.IndexOf(names, item!.GetValue<string>().ToLowerInvariant())])]));
    }

    /// <summary>Which of a message's texts are looked at.</summary>
    public OptionSchema<TOptions> Targets(Func<TOptions, ImmutableArray<TextTarget>> get, Func<TOptions, ImmutableArray<TextTarget>, TOptions> set) =>
        ChoiceList("targets", "Which texts to look at; none named means all.", get, set);

    /// <summary>A span of time.</summary>
    public OptionSchema<TOptions> Duration(string name, string description, TimeSpan minimum, TimeSpan maximum, Func<TOptions, TimeSpan> get, Func<TOptions, TimeSpan, TOptions> set) =>
        Bind(
            new OptionSpec(name, OptionKind.Duration, description, DurationText.Write(get(Defaults)), minimum.TotalSeconds, maximum.TotalSeconds, 0, []),
            options => DurationText.Write(get(options)),
            (options, json) => set(options, OptionBounds.ReadDuration(json)!.Value));

    /// <summary>A channel; null where none is named.</summary>
    public OptionSchema<TOptions> Channel(string name, string description, Func<TOptions, Snowflake?> get, Func<TOptions, Snowflake?, TOptions> set) =>
        BindId(OptionKind.Channel, name, description, get, set);

    /// <summary>A role; null where none is named.</summary>
    public OptionSchema<TOptions> Role(string name, string description, Func<TOptions, Snowflake?> get, Func<TOptions, Snowflake?, TOptions> set) =>
        BindId(OptionKind.Role, name, description, get, set);

    /// <summary>Makes the option that was named last one that must be given.</summary>
    public OptionSchema<TOptions> Required()
    {
        bindings[^1] = bindings[^1] with { Spec = bindings[^1].Spec with { IsRequired = true } };
        return this;
    }

    public override OptionRecord? Read(JsonObject json, List<OptionFault> faults)
    {
        int before = faults.Count;
        TOptions options = Defaults;
        foreach ((string key, JsonNode? value) in json)
        {
            Binding? binding = bindings.Find(candidate => string.Equals(candidate.Spec.Name, key, StringComparison.OrdinalIgnoreCase));
            if (binding is null)
                faults.Add(new OptionFault(key, $"unknown option; known: {string.Join(", ", bindings.Select(known => known.Spec.Name))}"));
            else if (OptionBounds.Check(binding.Spec, value, faults))
                options = binding.Set(options, value!);
        }

        return faults.Count == before ? options : null;
    }

    public override JsonObject Write(OptionRecord options)
    {
        var json = new JsonObject();
        foreach (Binding binding in bindings)
        {
            JsonNode? value = binding.Get((TOptions)options);
            if (!JsonNode.DeepEquals(value, binding.Spec.Default))
                json[binding.Spec.Name] = value;
        }

        return json;
    }

    internal void Validate(TOptions options, List<OptionFault> faults)
    {
        foreach (Binding binding in bindings)
            OptionBounds.Check(binding.Spec, binding.Get(options), faults);
    }

    private static JsonArray ToJson(ImmutableArray<string> items) => new JsonArray([.. items.Select(item => (JsonNode?)item)]);

    private static string Hyphenate(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index > 0 ? "-" : "") + char.ToLowerInvariant(letter) : letter.ToString()));

    private OptionSchema<TOptions> BindId(OptionKind kind, string name, string description, Func<TOptions, Snowflake?> get, Func<TOptions, Snowflake?, TOptions> set) =>
        Bind(new OptionSpec(name, kind, description, get(Defaults)?.ToString(), 0, 0, 0, []), options => get(options)?.ToString(), (options, json) => set(options, OptionBounds.ReadId(json)));

    private OptionSchema<TOptions> Bind(OptionSpec spec, Func<TOptions, JsonNode?> get, Func<TOptions, JsonNode, TOptions> set)
    {
        if (bindings.Exists(binding => binding.Spec.Name == spec.Name))
            throw new ArgumentException($"Option '{spec.Name}' is bound twice.", nameof(spec));
        bindings.Add(new Binding(spec, get, set));
        return this;
    }

    private sealed record Binding(OptionSpec Spec, Func<TOptions, JsonNode?> Get, Func<TOptions, JsonNode, TOptions> Set);
}
