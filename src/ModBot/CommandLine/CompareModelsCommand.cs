using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ModBot.Core.Spam;
using ModBot.Hosting;
using ModBot.Models;

namespace ModBot.CommandLine;

/// <summary><c>modbot compare-models</c>: every trainer that this program brings on one labelled file, side by side, in one run.</summary>
internal static class CompareModelsCommand
{
    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var data = new Option<FileInfo>("--data") { Description = "Labelled JSON Lines {\"text\":…,\"label\":0|1}.", Required = true };
        Option<int?> folds = EvaluateCommand.FoldsOption("Folds of the cross-validation; default 5.");
        Option<string> prior = TrainCommand.PriorOption(PriorNames.None);
        var format = new Option<string>("--format") { Description = "Output format: text or json (one line a trainer).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("compare-models", "Compare the trainers of this program on a labelled file: quality, time and size.") { data, folds, prior, format };
        command.SetAction((result, cancellationToken) =>
        {
            int count = result.GetValue(folds) ?? EvaluateCommand.DefaultFolds;
            LabelledFiles files = LabelledFiles.Read([result.GetValue(data)!.FullName]);
            var rows = new List<ModelComparison>();
            foreach (TrainerPart part in parts.Trainers)
            {
                terminal.Error.WriteLine($"Measuring {part.Title} …");
                rows.Add(Compare(part, TrainCommand.TrainerWith(parts, part.Id, result.GetValue(prior)!), files, count, cancellationToken));
            }

            using StreamWriter output = terminal.OpenText();
            if (string.Equals(result.GetValue(format), "json", StringComparison.Ordinal))
                rows.ForEach(row => output.WriteLine(JsonSerializer.Serialize(row, ModelComparisonJson.Default.ModelComparison)));
            else
                Print(output, rows, files.Examples, count);
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static ModelComparison Compare(TrainerPart part, Core.Ports.ISpamModelTrainer trainer, LabelledFiles files, int folds, CancellationToken cancellationToken)
    {
        try
        {
            EvaluationReport report = Evaluation.CrossValidate(trainer, files.Examples, folds, cancellationToken);
            return ModelComparison.Of(part, report, ModelCost.Measure(trainer, files, cancellationToken));
        }
        catch (ArgumentException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
    }

    private static void Print(StreamWriter output, List<ModelComparison> rows, IReadOnlyList<LabelledText> examples, int folds)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{examples.Count:N0} examples ({examples.Count(example => example.IsSpam):N0} spam), {folds} folds"));
        Row("", row => row.Trainer);
        Row("accuracy", row => Share(row.Accuracy));
        Row("F1", row => Share(row.F1));
        Row("ROC-AUC", row => Share(row.RocAuc));
        Row("recall at 0.1 % FPR", row => Share(row.RecallAt01PercentFpr));
        Row("a message, µs", row => Number(row.MicrosecondsPerMessage));
        Row("a message, bytes allocated", row => Whole(row.BytesPerMessage));
        Row("artifact, bytes", row => Whole(row.ArtifactBytes));
        Row("training on all, s", row => Number(row.TrainingSeconds));

        void Row(string name, Func<ModelComparison, string> value) => output.WriteLine($"{name,-27}{string.Concat(rows.Select(row => $"{value(row),16}"))}");
    }

    private static string Share(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
