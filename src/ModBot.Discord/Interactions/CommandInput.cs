using System.Text.Json;
using ModBot.Core.Messages;

namespace ModBot.Discord.Interactions;

/// <summary>A command's name with groups and sub-commands, and its options.</summary>
internal sealed class CommandInput
{
    private const int DeepestNesting = 4;

    public string Command { get; private set; } = "";

    public Dictionary<string, object> Options { get; } = new(StringComparer.Ordinal);

    public string? Focused { get; private set; }

    /// <summary>The type of the focused option, as Discord numbers them; 0 where none is.</summary>
    public int FocusedType { get; private set; }

    public void Read(JsonElement data)
    {
        Command = data.Get("name").Text() ?? "";
        ReadOptions(data.Get("options"), DeepestNesting);
    }

    private void ReadOptions(JsonElement options, int depth)
    {
        foreach (JsonElement option in options.Items())
        {
            string name = option.Get("name").Text() ?? "";
            int type = option.Get("type").Integer();
            if (type is 1 or 2)
            {
                Command = $"{Command} {name}";
                if (depth > 0)
                    ReadOptions(option.Get("options"), depth - 1);
                continue;
            }

            if (option.Get("focused").ValueKind == JsonValueKind.True)
                (Focused, FocusedType) = (name, type);
            if (Value(type, option.Get("value")) is { } value)
                Options[name] = value;
        }
    }

    /// <summary>By the option's type; what is being typed may be of none yet, and stays text then.</summary>
    private static object? Value(int type, JsonElement value) => (type, value.ValueKind) switch
    {
        (4, JsonValueKind.Number) => value.TryGetInt64(out long integer) ? (object)integer : value.GetDouble(),
        (10, JsonValueKind.Number) => value.GetDouble(),
        (5, JsonValueKind.True) => true,
        (5, JsonValueKind.False) => false,
        (6 or 7 or 8 or 9 or 11, JsonValueKind.String or JsonValueKind.Number) when value.Id() != 0 => new Snowflake(value.Id()),
        _ => value.Text(),
    };
}
