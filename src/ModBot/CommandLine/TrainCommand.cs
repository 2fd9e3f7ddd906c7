using System.CommandLine;
using System.Diagnostics;
using ModBot.Configuration;
using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Models;

namespace ModBot.CommandLine;

/// <summary><c>modbot train</c>: makes a model artifact from labelled files.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = new Option<FileInfo[]>("--data") { Description = "Labelled JSON Lines {\"text\":…,\"label\":0|1}; may be given several times.", Required = true, AllowMultipleArgumentsPerToken = true };
        var prior = PriorOption(PriorNames.Seeds);
        var output = new Option<FileInfo>("--out") { Description = "Where the artifact goes.", Required = true };
        var command = new Command("train", "Train a model on labelled texts, on top of the seeds or on the data alone.") { data, prior, output };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(terminal, result.GetValue(data)!, result.GetValue(prior)!, result.GetValue(output)!.FullName, cancellationToken)));
        return command;
    }

    /// <summary>The option that says what stands below the data.</summary>
    public static Option<string> PriorOption(string fallback)
    {
        var prior = new Option<string>("--prior") { Description = "What the model knows besides the data: the seeds' examples, or none.", DefaultValueFactory = _ => fallback };
        prior.AcceptOnlyFromAmong(PriorNames.Seeds, PriorNames.None);
        return prior;
    }

    /// <summary>A trainer with that prior.</summary>
    public static BuiltInTrainer TrainerWith(string prior) => string.Equals(prior, PriorNames.Seeds, StringComparison.Ordinal)
        ? new BuiltInTrainer { Prior = new SeedLibrary(ModBotPaths.From(ModBotConfiguration.Load()).Seeds).ReadTrainingExamples() }
        : new BuiltInTrainer();

    private static int Run(Terminal terminal, FileInfo[] data, string prior, string output, CancellationToken cancellationToken)
    {
        LabelledFiles files = LabelledFiles.Read(data.Select(file => file.FullName));
        BuiltInTrainer trainer = TrainerWith(prior);
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
        terminal.Error.WriteLine($"Trained {model.Version} on {files.Examples.Count:N0} examples (prior: {prior}, {trainer.Prior.Count:N0}) in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s: {output}");
        return ExitCodes.Success;
    }
}

/// <summary>The values of <c>--prior</c>.</summary>
internal static class PriorNames
{
    public const string Seeds = "seeds";

    public const string None = "none";
}
