using System.Text.Json.Serialization;
using ModBot.Core.Cases;

namespace ModBot.Storage.Cases;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    Converters = [typeof(SnowflakeJsonConverter)])]
[JsonSerializable(typeof(CaseEvidence))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
