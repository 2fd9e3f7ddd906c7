using System.Text.Json.Nodes;
using ModBot.Core.Actions;
using ModBot.Core.Filters;
using ModBot.Core.Rules;

namespace ModBot.Contracts;

/// <summary>Values within the bounds of options, for tests that go over everything that is registered.</summary>
internal static class OptionSamples
{
    /// <summary>A valid action of that kind with every option set.</summary>
    public static RuleAction ActionOf(ActionDefinition definition, Random random)
    {
        var json = new JsonObject();
        foreach (OptionSpec option in definition.Schema.Options)
            json[option.Name] = ValueOf(option, random);
        var faults = new List<OptionFault>();
        var action = (RuleAction?)definition.Schema.Read(json, faults);
        if (action is not null)
            faults.AddRange(definition.Validate(action));
        return faults.Count == 0 ? action! : throw new InvalidOperationException($"{definition.Id}: {string.Join("; ", faults)}");
    }

    public static JsonNode? ValueOf(OptionSpec option, Random random) => option.Kind switch
    {
        OptionKind.Toggle => random.Next(2) == 0,
        OptionKind.Integer => random.Next((int)option.Minimum, (int)option.Maximum + 1),
        OptionKind.Number => Math.Round(option.Minimum + (random.NextDouble() * (option.Maximum - option.Minimum)), 3),
        OptionKind.Choice => option.Choices[random.Next(option.Choices.Count)],
        OptionKind.Text => $"text-{random.Next(100)}",
        OptionKind.Duration => DurationText.Write(TimeSpan.FromSeconds(random.Next((int)option.Minimum, (int)option.Maximum + 1))),
        OptionKind.Channel or OptionKind.Role => random.NextInt64(1, long.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => new JsonArray([.. Enumerable.Range(0, random.Next((int)option.Minimum, 4)).Select(i => (JsonNode?)$"item{random.Next(100)}.example")]),
    };
}
