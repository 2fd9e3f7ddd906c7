using System.Text.Json;
using System.Text.Json.Serialization;
using ModBot.Core.Messages;

namespace ModBot.Sandbox.World;

/// <summary>Ids as strings in the state file, as on the wire, also where they are keys.</summary>
internal sealed class SnowflakeConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override Snowflake ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString());

    private static Snowflake Parse(string? text) =>
        Snowflake.TryParse(text, null, out Snowflake id) ? id : throw new JsonException($"'{text}' is not an id.");
}
