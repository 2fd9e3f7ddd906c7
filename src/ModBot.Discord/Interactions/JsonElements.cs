using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ModBot.Discord.Interactions;

/// <summary>Tolerant reading of a document: what is missing or of another type reads as absent.</summary>
internal static class JsonElements
{
    extension(JsonElement element)
    {
        public JsonElement Get(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : default;

        public ulong Id() => element.ValueKind switch
        {
            JsonValueKind.String => ulong.TryParse(element.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong id) ? id : 0,
            JsonValueKind.Number => element.TryGetUInt64(out ulong number) ? number : 0,
            _ => 0,
        };

        public int Integer() => element.ValueKind switch
        {
            JsonValueKind.Number => element.TryGetInt32(out int number) ? number : 0,
            JsonValueKind.String => int.TryParse(element.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int parsed) ? parsed : 0,
            _ => 0,
        };

        /// <summary>Texts as they are, numbers and truth values as written, else null.</summary>
        public string? Text()
        {
            try
            {
                return element.ValueKind switch
                {
                    JsonValueKind.String => element.GetString(),
                    JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
                    _ => null,
                };
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair: the streaming reader can mend it.
                var reader = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(element));
                reader.Read();
                return Parsing.LenientText.Decode(ref reader);
            }
        }

        /// <summary>The items of a list; none for anything else.</summary>
        public IEnumerable<JsonElement> Items() => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];
    }
}
