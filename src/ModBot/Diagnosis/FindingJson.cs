using System.Text.Json.Serialization;

namespace ModBot.Diagnosis;

/// <summary>How findings are written as JSON: one line each, the level in lower case.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(LevelConverter)])]
[JsonSerializable(typeof(Finding))]
internal sealed partial class FindingJson : JsonSerializerContext
{
    private sealed class LevelConverter() : JsonStringEnumConverter<FindingLevel>(System.Text.Json.JsonNamingPolicy.CamelCase);
}
