using System.Diagnostics;
using ModBot.CommandLine;
using ModBot.Core.Ports;
using ModBot.Core.Spam;

namespace ModBot.Models;

/// <summary>Finds the shipped model's artifact, or trains it from the seeds when it is missing, stale or damaged.</summary>
/// <param name="directory">Where artifacts are kept; made when needed.</param>
/// <param name="seeds">What to train on.</param>
/// <param name="trainer">Makes and reads models.</param>
/// <param name="progress">Takes one line when training starts and one when it ends.</param>
internal sealed class ModelLibrary(string directory, SeedLibrary seeds, ISpamModelTrainer trainer, TextWriter progress)
{
    /// <exception cref="UsageException">The seeds cannot be read, or the artifact cannot be written.</exception>
    public ISpamModel Open(CancellationToken cancellationToken)
    {
        string fingerprint = seeds.Fingerprint();
        string path = PathOf(fingerprint);
        return Read(path) ?? Train(path, fingerprint, cancellationToken);
    }

    /// <summary>The model where its artifact is there already; null where the next <see cref="Open"/> would train it.</summary>
    /// <exception cref="UsageException">The seeds cannot be read.</exception>
    public ISpamModel? Find() => Read(PathOf(seeds.Fingerprint()));

    /// <summary>Reads one artifact that a person named.</summary>
    /// <exception cref="UsageException">It cannot be read or is not a model of this trainer.</exception>
    public static ISpamModel OpenFile(string path, ISpamModelTrainer trainer)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return trainer.Load(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UsageException($"The model '{path}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Writes an artifact whole or not at all; processes that write the same one at once do not collide.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(ISpamModel model, string path)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path, AppContext.BaseDirectory))!);
            using (FileStream stream = File.Create(temporary))
                model.Save(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new UsageException($"The model cannot be written to '{path}': {fault.Message}", fault);
        }
    }

    private string PathOf(string fingerprint) => Path.Combine(directory, $"{trainer.Id}-{fingerprint}.model");

    private ISpamModel? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            using FileStream stream = File.OpenRead(path);
            return trainer.Load(stream);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            progress.WriteLine($"The model '{path}' cannot be read ({fault.Message}); it is trained again.");
            return null;
        }
    }

    private ISpamModel Train(string path, string fingerprint, CancellationToken cancellationToken)
    {
        IReadOnlyList<LabelledText> examples = seeds.ReadTrainingExamples();
        progress.WriteLine($"Training the spam model from {examples.Count:N0} examples …");
        long started = Stopwatch.GetTimestamp();
        ISpamModel model = trainer.Train(examples, fingerprint, cancellationToken);
        Write(model, path);
        progress.WriteLine($"Trained {model.Version} in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s.");
        return model;
    }
}
