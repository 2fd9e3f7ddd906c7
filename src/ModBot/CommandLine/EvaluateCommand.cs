using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Hosting;
using ModBot.Models;

namespace ModBot.CommandLine;

/// <summary><c>modbot evaluate</c>: measures a model, or the trainer by cross-validation, on a labelled file.</summary>
internal static class EvaluateCommand
{
    /// <summary>Folds where none are asked for.</summary>
    public const int DefaultFolds = 5;

    private const int MaximumFolds = 20;

    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var data = new Option<FileInfo>("--data") { Description = "Labelled JSON Lines {\"text\":…,\"label\":0|1}.", Required = true };
        Option<int?> folds = FoldsOption("Train and measure by k-fold cross-validation (2 to 20; default 5 where no model is given).");
        var model = new Option<FileInfo?>("--model") { Description = "Measure this artifact instead of training." };
        Option<string> prior = TrainCommand.PriorOption(PriorNames.None);
        Option<string?> trainer = TrainCommand.TrainerOption(parts);
        var format = new Option<string>("--format") { Description = "Output format: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("evaluate", "Measure spam detection on a labelled file.") { data, folds, model, prior, trainer, format };
        command.Validators.Add(result =>
        {
            if (result.GetValue(folds) is not null && result.GetValue(model) is not null)
                result.AddError("--folds trains anew and --model measures an artifact: give one of the two.");
        });
        command.SetAction((result, cancellationToken) =>
        {
            LabelledFiles files = LabelledFiles.Read([result.GetValue(data)!.FullName]);
            EvaluationReport report = Measure(
                files, TrainCommand.TrainerWith(parts, result.GetValue(trainer), result.GetValue(prior)!), result.GetValue(model)?.FullName, result.GetValue(folds) ?? DefaultFolds, cancellationToken);
            using StreamWriter output = terminal.OpenText();
            if (string.Equals(result.GetValue(format), "json", StringComparison.Ordinal))
                output.WriteLine(JsonSerializer.Serialize(EvaluationLine.Of(report), CommandLineJson.Default.EvaluationLine));
            else
                Print(output, EvaluationLine.Of(report));
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    /// <summary>How many folds; null for <see cref="DefaultFolds"/>.</summary>
    public static Option<int?> FoldsOption(string description)
    {
        var folds = new Option<int?>("--folds") { Description = description };
        folds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 2 or > MaximumFolds)
                result.AddError($"--folds must be 2 to {MaximumFolds}.");
        });
        return folds;
    }

    private static EvaluationReport Measure(LabelledFiles files, ISpamModelTrainer trainer, string? model, int folds, CancellationToken cancellationToken)
    {
        try
        {
            return model is null
                ? Evaluation.CrossValidate(trainer, files.Examples, folds, cancellationToken)
                : Evaluation.Measure(ModelLibrary.OpenFile(model, trainer), files.Examples, cancellationToken);
        }
        catch (ArgumentException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
    }

    private static void Print(StreamWriter output, EvaluationLine line)
    {
        output.WriteLine($"examples              {line.Examples:N0} ({line.Spam:N0} spam)");
        Row("accuracy", line.Accuracy);
        Row("precision", line.Precision);
        Row("recall", line.Recall);
        Row("F1", line.F1);
        Row("ROC-AUC", line.RocAuc);
        Row("recall at 1 % FPR", line.RecallAt1PercentFpr);
        Row("recall at 0.1 % FPR", line.RecallAt01PercentFpr);

        void Row(string name, double value) => output.WriteLine($"{name,-21} {value.ToString("0.0000", CultureInfo.InvariantCulture)}");
    }
}
