using System.Text.Json.Serialization;

namespace ModBot.Benchmarks;

/// <summary>One measured figure.</summary>
/// <param name="Name">Dotted name, e.g. <c>model.score.cpu</c>.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Unit">us, ms, B, MB, times, per_second.</param>
/// <param name="Budget">What it must not exceed (or, per second, fall short of); null where there is no budget.</param>
/// <param name="Peer">The same for a peer in the same run; null where there is none.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Budget, double? Peer = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Figure))]
internal sealed partial class FigureJson : JsonSerializerContext;
