using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Filters;
using ModBot.Core.Messages;

namespace ModBot.Core.Rules;

/// <summary>Reads members of one JSON object and notes what is wrong with them.</summary>
internal sealed class RuleReader(JsonObject json, string path, List<OptionFault> faults)
{
    /// <summary>An enumeration member as documents write it: lower case, words joined by hyphens.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));

    public void Fault(string name, string message) => faults.Add(new OptionFault(path.Length == 0 ? name : $"{path}.{name}", message));

    public void RefuseUnknown(params ReadOnlySpan<string> known)
    {
        foreach ((string key, _) in json)
        {
            if (!known.Contains(key))
                Fault(key, $"unknown key; known: {string.Join(", ", known.ToArray())}");
        }
    }

    /// <summary>A text of 1..longest characters; required unless there is a fallback.</summary>
    public string Text(string name, int longest, string? fallback = null)
    {
        JsonNode? node = json[name];
        if (node is null && fallback is not null)
            return fallback;
        if (node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is { Length: > 0 } text && text.Length <= longest)
            return text;
        Fault(name, $"must be a text of 1 to {longest} characters");
        return "";
    }

    public int Integer(string name, int minimum, int maximum, int fallback)
    {
        JsonNode? node = json[name];
        if (node is null)
            return fallback;
        if (node is JsonValue value && value.TryGetValue(out int number) && number >= minimum && number <= maximum)
            return number;
        Fault(name, $"must be a whole number from {minimum} to {maximum}");
        return fallback;
    }

    /// <summary>A span of time, written as in <see cref="DurationText"/> or as a whole number of seconds.</summary>
    public TimeSpan Duration(string name, TimeSpan minimum, TimeSpan maximum, TimeSpan fallback)
    {
        JsonNode? node = json[name];
        if (node is null)
            return fallback;
        if (OptionBounds.ReadDuration(node) is { } duration && duration >= minimum && duration <= maximum)
            return duration;
        Fault(name, $"must be {DurationText.Form}, from {DurationText.Write(minimum)} to {DurationText.Write(maximum)}");
        return fallback;
    }

    public bool Toggle(string name)
    {
        JsonNode? node = json[name];
        if (node is null)
            return false;
        if (node.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
            return node.GetValue<bool>();
        Fault(name, "must be true or false");
        return false;
    }

    public TEnum Choice<TEnum>(string name, TEnum fallback)
        where TEnum : struct, Enum
    {
        JsonNode? node = json[name];
        if (node is null)
            return fallback;
        foreach (TEnum value in Enum.GetValues<TEnum>())
        {
            if (node.GetValueKind() == JsonValueKind.String && string.Equals(node.GetValue<string>(), NameOf(value), StringComparison.Ordinal))
                return value;
        }

        Fault(name, $"must be one of {string.Join(", ", Enum.GetValues<TEnum>().Select(NameOf))}");
        return fallback;
    }

    /// <summary>A list of ids, written as strings.</summary>
    public IEnumerable<Snowflake> Ids(string name, int most)
    {
        JsonNode? node = json[name];
        if (node is null)
            return [];
        if (node is not JsonArray items || items.Count > most)
        {
            Fault(name, $"must be a list of at most {most} ids");
            return [];
        }

        var ids = new List<Snowflake>();
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i]?.GetValueKind() == JsonValueKind.String && Snowflake.TryParse(items[i]!.GetValue<string>(), null, out Snowflake id))
                ids.Add(id);
            else
                Fault($"{name}[{i}]", "must be an id: digits in quotation marks");
        }

        return ids;
    }
}
