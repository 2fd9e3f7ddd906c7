using ModBot.Core.Seeds;
using ModBot.Core.Spam;

namespace ModBot.MicrosoftML.Tests;

/// <summary>The shipped corpus, as the host trains on it.</summary>
public sealed class SeedModelTests
{
    private static readonly string Seeds = Find();

    [Fact]
    public void Unseen_kinds_of_spam_rank_above_ham()
    {
        EvaluationReport report = Evaluation.LeaveFamiliesOut(new MicrosoftMlTrainer(), Corpus(), trainings: 2, CancellationToken.None).Overall;
        Assert.InRange(report.RocAuc, 0.92, 1);
        Assert.InRange(report.Brier, 0, 0.2);
    }

    [Fact]
    public void The_artifact_is_small_enough_to_ship()
    {
        using var stream = new MemoryStream();
        new MicrosoftMlTrainer().Train(Corpus(), "seeds", CancellationToken.None).Save(stream);
        Assert.InRange(stream.Length, 1, 4_000_000);
    }

    private static List<LabelledText> Corpus()
    {
        var examples = new List<LabelledText>();
        var faults = new List<string>();
        foreach (string file in Directory.GetFiles(Path.Combine(Seeds, "corpus"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(file);
            examples.AddRange(SeedCorpus.Read(reader, Path.GetFileName(file), faults));
        }

        Assert.Empty(faults);
        SeedDocument document = SeedDocument.Parse(File.ReadAllText(Directory.GetFiles(Seeds, "*.txt").Single()));
        using var golden = new StreamReader(Path.Combine(Seeds, "golden.jsonl"));
        examples.AddRange(SeedExamples.Of(document, GoldenVerdict.ReadAll(golden)));
        return examples;
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ModBot.sln")))
                return Path.Combine(folder.FullName, "seeds");
        }

        throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
