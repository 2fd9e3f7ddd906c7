using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Checks one JSON value against an option's kind and bounds.</summary>
internal static class OptionBounds
{
    /// <summary>Adds every fault of the value; true where there was none.</summary>
    public static bool Check(OptionSpec spec, JsonNode? value, List<OptionFault> faults)
    {
        int before = faults.Count;
        if (spec.IsRequired && IsEmpty(value))
        {
            faults.Add(new OptionFault(spec.Name, "is missing"));
            return false;
        }

        switch (spec.Kind)
        {
            case OptionKind.Toggle when value?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False):
                faults.Add(new OptionFault(spec.Name, "must be true or false"));
                break;
            case OptionKind.Integer:
                if (value is not JsonValue integer || !integer.TryGetValue(out int whole) || whole < spec.Minimum || whole > spec.Maximum)
                    faults.Add(new OptionFault(spec.Name, $"must be a whole number from {spec.Minimum:N0} to {spec.Maximum:N0}"));
                break;
            case OptionKind.Number:
                if (value?.GetValueKind() is not JsonValueKind.Number || !value.AsValue().TryGetValue(out double number) || !(number >= spec.Minimum && number <= spec.Maximum))
                    faults.Add(new OptionFault(spec.Name, $"must be a number from {spec.Minimum} to {spec.Maximum}"));
                break;
            case OptionKind.Choice:
                if (value?.GetValueKind() is not JsonValueKind.String || !spec.Choices.Contains(value.GetValue<string>(), StringComparer.OrdinalIgnoreCase))
                    faults.Add(new OptionFault(spec.Name, $"must be one of {string.Join(", ", spec.Choices)}"));
                break;
            case OptionKind.Text:
                if (value?.GetValueKind() is not JsonValueKind.String || value.GetValue<string>().Length > spec.Maximum)
                    faults.Add(new OptionFault(spec.Name, $"must be a text of at most {spec.Maximum:N0} characters"));
                break;
            case OptionKind.TextList:
                CheckList(spec, value, faults);
                break;
            case OptionKind.Duration:
                if (ReadDuration(value) is not { } duration || duration.TotalSeconds < spec.Minimum || duration.TotalSeconds > spec.Maximum)
                    faults.Add(new OptionFault(spec.Name, $"must be {DurationText.Form}, from {DurationText.Write(TimeSpan.FromSeconds(spec.Minimum))} to {DurationText.Write(TimeSpan.FromSeconds(spec.Maximum))}"));
                break;
            case OptionKind.Channel or OptionKind.Role when value is not null && ReadId(value) is null:
                faults.Add(new OptionFault(spec.Name, $"must be a {(spec.Kind == OptionKind.Channel ? "channel" : "role")}'s id: digits in quotation marks"));
                break;
        }

        return faults.Count == before;
    }

    /// <summary>A text as <see cref="DurationText"/> reads it, or a whole number of seconds from 0; null for anything else.</summary>
    public static TimeSpan? ReadDuration(JsonNode? value)
    {
        if (value is not JsonValue scalar)
            return null;
        if (scalar.TryGetValue(out string? text))
            return DurationText.TryParse(text, out TimeSpan duration) ? duration : null;
        return scalar.TryGetValue(out int seconds) && seconds >= 0 ? TimeSpan.FromSeconds(seconds) : null;
    }

    public static Snowflake? ReadId(JsonNode? value) =>
        value is JsonValue scalar && scalar.TryGetValue(out string? text) && Snowflake.TryParse(text, null, out Snowflake id) && id != default ? id : null;

    private static bool IsEmpty(JsonNode? value) =>
        value is null || (value is JsonValue scalar && scalar.TryGetValue(out string? text) && string.IsNullOrWhiteSpace(text)) || value is JsonArray { Count: 0 };

    private static void CheckList(OptionSpec spec, JsonNode? value, List<OptionFault> faults)
    {
        if (value is not JsonArray items)
        {
            faults.Add(new OptionFault(spec.Name, "must be a list of texts"));
            return;
        }

        if (items.Count > spec.Maximum)
            faults.Add(new OptionFault(spec.Name, $"must have at most {spec.Maximum:N0} items; it has {items.Count:N0}"));
        for (int i = 0; i < items.Count; i++)
        {
            if (spec.Choices.Count > 0)
            {
                if (items[i]?.GetValueKind() is not JsonValueKind.String || !spec.Choices.Contains(items[i]!.GetValue<string>(), StringComparer.OrdinalIgnoreCase))
                    faults.Add(new OptionFault($"{spec.Name}[{i}]", $"must be one of {string.Join(", ", spec.Choices)}"));
            }
            else if (items[i]?.GetValueKind() is not JsonValueKind.String || string.IsNullOrWhiteSpace(items[i]!.GetValue<string>()) || items[i]!.GetValue<string>().Length > spec.MaximumItemLength)
                faults.Add(new OptionFault($"{spec.Name}[{i}]", $"must be a text of 1 to {spec.MaximumItemLength:N0} characters"));
        }
    }
}
