using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Hosting;
using ModBot.Models;

namespace ModBot.Learning;

/// <summary>What guilds' own models are made with: the trainer of the shipped model, and the seeds that it learned from.</summary>
internal sealed class GuildTrainer(TrainerPart part, SeedLibrary seeds)
{
    public ISpamModelTrainer Trainer { get; } = part.Create([]);

    /// <summary>Read anew each time: they are needed seldom and are large.</summary>
    /// <exception cref="CommandLine.UsageException">The seeds cannot be read.</exception>
    public IReadOnlyList<LabelledText> ReadSeeds() => seeds.ReadTrainingExamples();
}
