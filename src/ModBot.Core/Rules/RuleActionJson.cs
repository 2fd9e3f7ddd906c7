using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>A rule's further actions in rule documents: <c>[{"action":"strike","amount":1}]</c>.</summary>
internal static class RuleActionJson
{
    private const int MaximumActions = 16;

    /// <summary>Discord's limit for timeouts, 28 days, in seconds; no amount needs to be greater.</summary>
    private const int MaximumAmount = 28 * 24 * 3600;

    public static ImmutableArray<RuleAction> Read(JsonNode? node, string path, List<OptionFault> faults)
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
            {
                faults.Add(new OptionFault($"{path}[{i}]", "must be an object with action and amount"));
                continue;
            }

            var reader = new RuleReader(json, $"{path}[{i}]", faults);
            if (json["action"] is null)
                reader.Fault("action", "is missing");
            actions.Add(new RuleAction(reader.Choice("action", ActionKind.Flag), reader.Integer("amount", 0, MaximumAmount, 0)));
            reader.RefuseUnknown("action", "amount");
        }

        return actions.ToImmutable();
    }

    public static JsonArray Write(ImmutableArray<RuleAction> actions)
    {
        var json = new JsonArray();
        foreach (RuleAction action in actions)
        {
            var item = new JsonObject { ["action"] = RuleReader.NameOf(action.Kind) };
            if (action.Amount != 0)
                item["amount"] = action.Amount;
            json.Add((JsonNode)item);
        }

        return json;
    }
}
