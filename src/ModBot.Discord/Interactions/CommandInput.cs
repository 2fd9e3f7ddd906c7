using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Discord.Interactions;

/// <summary>A command's name with groups and sub-commands, and its options.</summary>
internal sealed class CommandInput
{
    private const int DeepestNesting = 4;
    private const int AttachmentType = 11;

    public string Command { get; private set; } = "";

    public Dictionary<string, object> Options { get; } = new(StringComparer.Ordinal);

    public string? Focused { get; private set; }

    /// <summary>The type of the focused option, as Discord numbers them; 0 where none is.</summary>
    public int FocusedType { get; private set; }

    public void Read(JsonElement data)
    {
        Command = data.Get("name").Text() ?? "";
        ReadOptions(data.Get("options"), data.Get("resolved").Get("attachments"), DeepestNesting);
    }

    private void ReadOptions(JsonElement options, JsonElement attachments, int depth)
    {
        foreach (JsonElement option in options.Items())
        {
            string name = option.Get("name").Text() ?? "";
            int type = option.Get("type").Integer();
            if (type is 1 or 2)
            {
                Command = $"{Command} {name}";
                if (depth > 0)
                    ReadOptions(option.Get("options"), attachments, depth - 1);
                continue;
            }

            if (option.Get("focused").ValueKind == JsonValueKind.True)
                (Focused, FocusedType) = (name, type);
            JsonElement given = option.Get("value");
            if ((type == AttachmentType ? Attachment(attachments, given) : Value(type, given)) is { } value)
                Options[name] = value;
        }
    }

    /// <summary>Null where the payload does not say what the id stands for.</summary>
    private static CommandAttachment? Attachment(JsonElement attachments, JsonElement id)
    {
        JsonElement found = attachments.Get(new Snowflake(id.Id()).ToString());
        return Uri.TryCreate(found.Get("url").Text(), UriKind.Absolute, out Uri? url) ? new CommandAttachment(found.Get("filename").Text() ?? "", found.Get("size").Integer(), url) : null;
    }

    /// <summary>By the option's type; what is being typed may be of none yet, and stays text then.</summary>
    private static object? Value(int type, JsonElement value) => (type, value.ValueKind) switch
    {
        (4, JsonValueKind.Number) => value.TryGetInt64(out long integer) ? (object)integer : value.GetDouble(),
        (10, JsonValueKind.Number) => value.GetDouble(),
        (5, JsonValueKind.True) => true,
        (5, JsonValueKind.False) => false,
        (6 or 7 or 8 or 9, JsonValueKind.String or JsonValueKind.Number) when value.Id() != 0 => new Snowflake(value.Id()),
        _ => value.Text(),
    };
}
