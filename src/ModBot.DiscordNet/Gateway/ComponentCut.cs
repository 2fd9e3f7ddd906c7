using System.Buffers;
using System.Text.Json;

namespace ModBot.DiscordNet.Gateway;

/// <summary>
/// Empties every list of components in a message, quoted and forwarded ones included: Discord.Net gives up on a whole message
/// for a component type that is newer than itself, and nothing here reads components from it.
/// </summary>
internal static class ComponentCut
{
    /// <summary>The same memory where there is nothing to cut.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    public static ReadOnlyMemory<byte> From(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOf("\"components\""u8) < 0)
            return json;
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 128 });
        var output = new ArrayBufferWriter<byte>(json.Length);
        int copied = 0;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("components"u8) || !reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                continue;
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            output.Write(json.Span[copied..start]);
            output.Write("[]"u8);
            copied = (int)reader.BytesConsumed;
        }

        output.Write(json.Span[copied..]);
        return output.WrittenMemory;
    }
}
