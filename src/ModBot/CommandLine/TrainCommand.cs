using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using ModBot.Configuration;
using ModBot.Core.Ports;
using ModBot.Hosting;
using ModBot.Models;

namespace ModBot.CommandLine;

/// <summary><c>modbot train</c>: makes a model artifact from labelled files.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal, ModBotParts parts)
    {
        var data = new Option<FileInfo[]>("--data") { Description = "Labelled JSON Lines {\"text\":…,\"label\":0|1}; may be given several times.", Required = true, AllowMultipleArgumentsPerToken = true };
        var prior = PriorOption(PriorNames.Seeds);
        Option<string?> trainer = TrainerOption(parts);
        var output = new Option<FileInfo>("--out") { Description = "Where the artifact goes.", Required = true };
        var command = new Command("train", "Train a model on labelled texts, on top of the seeds or on the data alone.") { data, prior, trainer, output };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(terminal, TrainerWith(parts, result.GetValue(trainer), result.GetValue(prior)!), result.GetValue(data)!, result.GetValue(prior)!, result.GetValue(output)!.FullName, cancellationToken)));
        return command;
    }

    /// <summary>The option that says what stands below the data.</summary>
    public static Option<string> PriorOption(string fallback)
    {
        var prior = new Option<string>("--prior") { Description = "What the model knows besides the data: the seeds' examples, or none.", DefaultValueFactory = _ => fallback };
        prior.AcceptOnlyFromAmong(PriorNames.Seeds, PriorNames.None);
        return prior;
    }

    /// <summary>The option that says what the model is made with.</summary>
    public static Option<string?> TrainerOption(ModBotParts parts)
    {
        var trainer = new Option<string?>("--trainer") { Description = $"What the model is made with: {string.Join(" or ", parts.Trainers.Select(part => part.Id))}. Default: Spam:Trainer, else the first." };
        trainer.AcceptOnlyFromAmong([.. parts.Trainers.Select(part => part.Id)]);
        return trainer;
    }

    /// <summary>The trainer asked for, with that prior.</summary>
    public static ISpamModelTrainer TrainerWith(ModBotParts parts, string? asked, string prior)
    {
        IConfiguration configuration = ModBotConfiguration.Load();
        return parts.Trainer(configuration, asked).Create(string.Equals(prior, PriorNames.Seeds, StringComparison.Ordinal)
            ? new SeedLibrary(ModBotPaths.From(configuration).Seeds).ReadTrainingExamples()
            : []);
    }

    private static int Run(Terminal terminal, ISpamModelTrainer trainer, FileInfo[] data, string prior, string output, CancellationToken cancellationToken)
    {
        LabelledFiles files = LabelledFiles.Read(data.Select(file => file.FullName));
        long started = Stopwatch.GetTimestamp();
        ISpamModel model;
        try
        {
            model = trainer.Train(files.Examples, files.Fingerprint, cancellationToken);
        }
        catch (ArgumentException fault)
        {
            throw new UsageException(fault.Message, fault);
        }

        ModelLibrary.Write(model, output);
        terminal.Error.WriteLine($"Trained {model.Version} on {files.Examples.Count:N0} examples (prior: {prior}) in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s: {output}");
        return ExitCodes.Success;
    }
}

/// <summary>The values of <c>--prior</c>.</summary>
internal static class PriorNames
{
    public const string Seeds = "seeds";

    public const string None = "none";
}
