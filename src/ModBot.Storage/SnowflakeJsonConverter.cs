using System.Text.Json;
using System.Text.Json.Serialization;
using ModBot.Core.Messages;

namespace ModBot.Storage;

/// <summary>Ids as strings, as Discord writes them: a double cannot hold them.</summary>
internal sealed class SnowflakeJsonConverter : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Snowflake.TryParse(reader.GetString(), null, out Snowflake id) ? id : throw new JsonException("An id must be a string of digits.");

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
