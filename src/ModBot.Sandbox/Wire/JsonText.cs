using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.Wire;

/// <summary>JSON as Discord writes it: UTF-8, no needless escapes, times with microseconds.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode? node)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            if (node is null)
                writer.WriteNullValue();
            else
                node.WriteTo(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? time) => time is { } some ? Time(some) : null;

    public static JsonArray Ids(IEnumerable<Snowflake> ids) => [.. ids.Select(id => (JsonNode)id.ToString())];

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes];
}
