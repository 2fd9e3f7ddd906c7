using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>A rule set's counters in rule documents: <c>[{"name":"heat","per":"author","decay":1,"every":"1h"}]</c>.</summary>
internal static class CounterSpecJson
{
    private const int MaximumCounters = 50;

    public static ImmutableArray<CounterSpec> Read(JsonNode? node, string path, List<OptionFault> faults)
    {
        if (node is null)
            return [];
        if (node is not JsonArray { Count: <= MaximumCounters } items)
        {
            faults.Add(new OptionFault(path, $"must be a list of at most {MaximumCounters} counters"));
            return [];
        }

        ImmutableArray<CounterSpec>.Builder counters = ImmutableArray.CreateBuilder<CounterSpec>(items.Count);
        for (int i = 0; i < items.Count; i++)
        {
            string at = $"{path}[{i}]";
            if (items[i] is not JsonObject item)
            {
                faults.Add(new OptionFault(at, "must be an object with name, per, decay and every"));
                continue;
            }

            CounterSpec counter = Read(item, at, faults);
            if (counters.Any(known => string.Equals(known.Name, counter.Name, StringComparison.Ordinal)))
                faults.Add(new OptionFault($"{at}.name", $"'{counter.Name}' is used twice"));
            counters.Add(counter);
        }

        return counters.ToImmutable();
    }

    public static JsonArray Write(ImmutableArray<CounterSpec> counters) => new([.. counters.Select(counter => (JsonNode)new JsonObject
    {
        ["name"] = counter.Name,
        ["per"] = RuleReader.NameOf(counter.Per),
        ["decay"] = counter.Decay,
        ["every"] = DurationText.Write(counter.Every),
    })]);

    private static CounterSpec Read(JsonObject json, string path, List<OptionFault> faults)
    {
        var reader = new RuleReader(json, path, faults);
        reader.RefuseUnknown("name", "per", "decay", "every");
        string name = reader.Text("name", CounterSpec.MaximumName);
        if (name.Length > 0 && !CounterSpec.IsName(name))
            reader.Fault("name", "may have only a-z, 0-9 and hyphens");
        return new CounterSpec
        {
            Name = name,
            Per = reader.Choice("per", CounterScope.Author),
            Decay = reader.Integer("decay", 0, 1_000, 1),
            Every = reader.Duration("every", TimeSpan.FromSeconds(1), TimeSpan.FromDays(365), TimeSpan.FromDays(1)),
        };
    }
}
