using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>A rule set's strikes in rule documents: <c>{"decay":1,"every":"7d","ladder":[{"at":3,"action":"timeout","duration":"1h"}]}</c>.</summary>
internal static class StrikePolicyJson
{
    private const int MaximumPoints = 1_000;

    public static StrikePolicy Read(JsonNode? node, string path, List<OptionFault> faults)
    {
        StrikePolicy fallback = StrikePolicy.Default;
        if (node is null)
            return fallback;
        if (node is not JsonObject json)
        {
            faults.Add(new OptionFault(path, "must be an object with decay, every and ladder"));
            return fallback;
        }

        var reader = new RuleReader(json, path, faults);
        reader.RefuseUnknown("decay", "every", "ladder");
        return new StrikePolicy
        {
            Decay = reader.Integer("decay", 0, 100, fallback.Decay),
            Every = reader.Duration("every", TimeSpan.FromHours(1), TimeSpan.FromDays(365), fallback.Every),
            Ladder = json["ladder"] is { } ladder ? ReadLadder(ladder, $"{path}.ladder", faults) : fallback.Ladder,
        };
    }

    public static JsonObject Write(StrikePolicy strikes) => new()
    {
        ["decay"] = strikes.Decay,
        ["every"] = DurationText.Write(strikes.Every),
        ["ladder"] = new JsonArray([.. strikes.Ladder.Select(step =>
        {
            var item = new JsonObject { ["at"] = step.At };
            foreach ((string key, JsonNode? value) in RuleActionJson.Write(step.Action))
                item[key] = value?.DeepClone();
            return (JsonNode)item;
        })]),
    };

    private static ImmutableArray<LadderStep> ReadLadder(JsonNode node, string path, List<OptionFault> faults)
    {
        if (node is not JsonArray { Count: <= StrikePolicy.MaximumSteps } items)
        {
            faults.Add(new OptionFault(path, $"must be a list of at most {StrikePolicy.MaximumSteps} steps"));
            return [];
        }

        var steps = new List<LadderStep>();
        for (int i = 0; i < items.Count; i++)
        {
            string at = $"{path}[{i}]";
            if (items[i] is not JsonObject item)
            {
                faults.Add(new OptionFault(at, "must be an object with at, action and the action's options"));
                continue;
            }

            var reader = new RuleReader(item, at, faults);
            if (item["at"] is null)
                reader.Fault("at", "is missing");
            int points = reader.Integer("at", 1, MaximumPoints, 1);
            if (RuleActionJson.Read(item, at, faults, "at") is not { } action)
                continue;
            if (action.Kind == ActionKind.Strike)
                reader.Fault("action", "cannot be a strike: it would climb the ladder by itself");
            if (steps.Exists(step => step.At == points))
                reader.Fault("at", $"{points} points have a step already");
            steps.Add(new LadderStep(points, action));
        }

        return [.. steps.OrderBy(step => step.At)];
    }
}
