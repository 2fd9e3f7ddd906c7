using System.Text.Json.Serialization;

namespace ModBot.CommandLine;

/// <summary>One line of a replay file.</summary>
internal sealed record ReplayLine(string Author, string Text, DateTimeOffset? At = null, bool Standing = false);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ReplayLine))]
[JsonSerializable(typeof(EvaluationLine))]
internal sealed partial class CommandLineJson : JsonSerializerContext;
