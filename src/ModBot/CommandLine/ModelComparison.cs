using System.Text.Json.Serialization;
using ModBot.Core.Spam;
using ModBot.Hosting;
using ModBot.Models;

namespace ModBot.CommandLine;

/// <summary>One trainer's row of <c>compare-models</c>; shares 0..1 from cross-validation, costs from a model of all examples.</summary>
internal sealed record ModelComparison(
    string Trainer,
    string Title,
    double Accuracy,
    double F1,
    double RocAuc,
    double RecallAt01PercentFpr,
    double MicrosecondsPerMessage,
    long BytesPerMessage,
    long ArtifactBytes,
    double TrainingSeconds)
{
    public static ModelComparison Of(TrainerPart part, EvaluationReport report, ModelCost cost)
    {
        var quality = EvaluationLine.Of(report);
        return new ModelComparison(
            part.Id, part.Title, quality.Accuracy, quality.F1, quality.RocAuc, quality.RecallAt01PercentFpr,
            Math.Round(cost.MicrosecondsPerMessage, 3), cost.BytesPerMessage, cost.ArtifactBytes, Math.Round(cost.TrainingSeconds, 3));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelComparison))]
internal sealed partial class ModelComparisonJson : JsonSerializerContext;
