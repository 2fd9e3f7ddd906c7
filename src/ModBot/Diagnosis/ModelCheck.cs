using ModBot.Configuration;
using ModBot.Core.Ports;
using ModBot.Hosting;
using ModBot.Models;

namespace ModBot.Diagnosis;

/// <summary>Which model would judge, and what it was trained on.</summary>
internal static class ModelCheck
{
    /// <exception cref="CommandLine.UsageException">The seeds cannot be read.</exception>
    public static void Add(List<Finding> findings, ModBotPaths paths, TrainerPart trainer)
    {
        ISpamModel? model = new ModelLibrary(paths.Models, new SeedLibrary(paths.Seeds), trainer.Create([]), TextWriter.Null).Find();
        string name = $"{trainer.Title} ({trainer.Id})";
        findings.Add(Finding.Ok("model", model is null
            ? $"{name}; the next start trains it on the seeds"
            : $"{name}, {model.Version}, trained on the seeds as they are"));
    }
}
