using System.CommandLine;
using System.Text.Json;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Hosting;
using ModBot.Models;
using ModBot.Reports;

namespace ModBot.CommandLine;

/// <summary><c>modbot evaluate</c>: measures a model, or the trainer by cross-validation, on a labelled file or on the seeds.</summary>
internal static class EvaluateCommand
{
    /// <summary>Folds where none are asked for.</summary>
    public const int DefaultFolds = 5;

    private const int MaximumFolds = 20;
    private const int DefaultTrainings = 20;
    private const int MaximumTrainings = 500;
    private const string Shipped = "shipped";

    /// <summary>Sizes of a learning curve; those beyond what there is are cut down to it.</summary>
    private static readonly int[] CurveSizes = [50, 100, 200, 500, 1000, 2000, 4000, 8000, 16000];

    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var data = new Option<FileInfo?>("--data") { Description = "Labelled JSON Lines {\"text\":…,\"label\":0|1}. Default: the seeds' examples." };
        Option<int?> folds = FoldsOption("Train and measure by k-fold cross-validation; default 5 where data and no model are given.");
        Option<int?> byFamily = Bounded("--by-family", 2, MaximumTrainings, "Measure each family of the seeds with a model that never saw it, in at most so many trainings (default 20).");
        byFamily.Arity = ArgumentArity.ZeroOrOne;
        var model = new Option<string?>("--model") { Description = "Measure this artifact instead of training, or the shipped model: 'shipped'." };
        var curve = new Option<bool>("--curve") { Description = "Also train on growing parts of the examples: a learning curve." };
        var report = new Option<FileInfo?>("--report") { Description = "Also write a page with plots to this HTML file." };
        Option<string> prior = TrainCommand.PriorOption(PriorNames.None);
        Option<string?> trainer = TrainCommand.TrainerOption(parts);
        var format = new Option<string>("--format") { Description = "Output format: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("evaluate", "Measure spam detection on a labelled file or on the seeds.") { data, folds, byFamily, model, curve, report, prior, trainer, format };
        command.Validators.Add(result =>
        {
            bool families = result.GetResult(byFamily) is { Implicit: false };
            bool trains = families || result.GetValue(folds) is not null || result.GetValue(curve);
            if (trains && result.GetValue(model) is not null)
                result.AddError("--folds, --by-family and --curve train anew and --model measures an artifact: give one or the other.");
            if (families && result.GetValue(folds) is not null)
                result.AddError("--folds and --by-family hold out different parts: give one of the two.");
            if (families && result.GetValue(data) is not null)
                result.AddError("--by-family measures the seeds, whose families are known: leave --data out.");
        });
        command.SetAction((result, cancellationToken) =>
        {
            var asked = new EvaluationRequest(
                result.GetValue(data)?.FullName,
                result.GetValue(folds) ?? DefaultFolds,
                result.GetResult(byFamily) is { Implicit: false } || (result.GetValue(data) is null && result.GetValue(folds) is null && result.GetValue(model) is null) ? result.GetValue(byFamily) ?? DefaultTrainings : null,
                result.GetValue(model),
                result.GetValue(curve) ? CurveSizes : []);
            EvaluationOutcome outcome = Measure(asked, TrainCommand.TrainerWith(parts, result.GetValue(trainer), result.GetValue(prior)!), terminal, parts, cancellationToken);
            using (StreamWriter output = terminal.OpenText())
            {
                if (string.Equals(result.GetValue(format), "json", StringComparison.Ordinal))
                    output.WriteLine(JsonSerializer.Serialize(EvaluationLine.Of(outcome), CommandLineJson.Default.EvaluationLine));
                else
                    EvaluationText.Write(output, outcome);
            }

            if (result.GetValue(report) is { } page)
                WritePage(page.FullName, outcome, terminal.Error);
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    /// <summary>How many folds; null for <see cref="DefaultFolds"/>.</summary>
    public static Option<int?> FoldsOption(string description) => Bounded("--folds", 2, MaximumFolds, description);

    private static Option<int?> Bounded(string name, int least, int most, string description)
    {
        var option = new Option<int?>(name) { Description = $"{description} {least} to {most}." };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() is { } value && (value < least || value > most))
                result.AddError($"{name} must be {least} to {most}.");
        });
        return option;
    }

    private static EvaluationOutcome Measure(EvaluationRequest asked, ISpamModelTrainer trainer, Terminal terminal, ModBotParts parts, CancellationToken cancellationToken)
    {
        IReadOnlyList<LabelledText> examples = asked.Data is { } path ? LabelledFiles.Read([path]).Examples : SeedLibrary.Configured().ReadTrainingExamples();
        string where = asked.Data is { } file ? Path.GetFileName(file) : "the seeds";
        try
        {
            if (asked.Model is { } artifact)
            {
                ISpamModel model = string.Equals(artifact, Shipped, StringComparison.Ordinal) ? OfflineJudge.OpenShippedModel(terminal.Error, cancellationToken, parts) : ModelLibrary.OpenFile(artifact, trainer);
                return new EvaluationOutcome($"{model.Version} on {where}", examples, Evaluation.Measure(model, examples, cancellationToken), null, []);
            }

            FamiliesReport? families = asked.FamilyTrainings is { } trainings ? Evaluation.LeaveFamiliesOut(trainer, examples, trainings, cancellationToken) : null;
            EvaluationReport report = families?.Overall ?? Evaluation.CrossValidate(trainer, examples, asked.Folds, cancellationToken);
            string how = families is null ? $"{asked.Folds}-fold cross-validation" : $"families held out in {asked.FamilyTrainings} trainings; probabilities are for a chat with {BuiltInTrainer.ExpectedSpamShare:0 %} spam";
            return new EvaluationOutcome($"{trainer.Id} on {where}, {how}", examples, report, families, Evaluation.LearningCurve(trainer, examples, asked.CurveSizes, cancellationToken));
        }
        catch (ArgumentException fault)
        {
            throw new UsageException(fault.Message, fault);
        }
    }

    private static void WritePage(string path, EvaluationOutcome outcome, TextWriter progress)
    {
        try
        {
            File.WriteAllText(path, EvaluationPage.Write(outcome));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"The report cannot be written to '{path}': {fault.Message}", fault);
        }

        progress.WriteLine($"Report: {path}");
    }

    /// <param name="Data">The labelled file; null for the seeds.</param>
    /// <param name="Folds">How many folds where no families are held out.</param>
    /// <param name="FamilyTrainings">Hold families out in at most so many trainings; null for folds.</param>
    /// <param name="Model">The artifact to measure instead of training; null to train.</param>
    /// <param name="CurveSizes">Sizes of the learning curve; empty for none.</param>
    private sealed record EvaluationRequest(string? Data, int Folds, int? FamilyTrainings, string? Model, IReadOnlyList<int> CurveSizes);
}
