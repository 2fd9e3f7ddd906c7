using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModBot.Sandbox.World;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(SnowflakeConverter)])]
[JsonSerializable(typeof(WorldDocument))]
internal sealed partial class WorldJson : JsonSerializerContext;
