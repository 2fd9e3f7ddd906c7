using System.Text.Json.Nodes;
using ModBot.Core.Filters;

namespace ModBot.Core.Rules;

/// <summary>Changes rules field by field. A change passes the same checks as a document that is read.</summary>
public sealed class RuleEditor(RuleSetJson json)
{
    /// <summary>The field's value as documents write it; its default where the rule does not say.</summary>
    public JsonNode? Get(Rule rule, RuleField field)
    {
        JsonObject document = json.WriteRule(rule);
        JsonNode? holder = field.IsOption ? document["options"] : document;
        return (holder?[field.Key] ?? field.Spec?.Default)?.DeepClone();
    }

    /// <summary>The rule with fields changed, all at once: what holds between them is checked at the end.</summary>
    /// <param name="rule">The rule as it is.</param>
    /// <param name="values">What to change: the new values as documents write them; null for the default.</param>
    /// <param name="faults">Takes every fault with its path inside the rule.</param>
    /// <returns>Null where there was a fault.</returns>
    public Rule? Set(Rule rule, IEnumerable<(RuleField Field, JsonNode? Value)> values, List<OptionFault> faults)
    {
        JsonObject document = json.WriteRule(rule);
        if (document["options"] is not JsonObject)
            document["options"] = new JsonObject();
        JsonObject options = document["options"]!.AsObject();
        foreach ((RuleField field, JsonNode? value) in values)
        {
            JsonObject holder = field.IsOption ? options : document;
            holder.Remove(field.Key);
            if (value is not null)
                holder[field.Key] = value.DeepClone();
        }

        // Through text, because numbers that were never text have one exact type.
        return json.ReadRule(JsonNode.Parse(document.ToJsonString())!.AsObject(), "", faults);
    }
}
