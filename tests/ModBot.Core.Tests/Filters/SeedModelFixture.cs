using ModBot.Core.Ports;
using ModBot.Core.Spam;

namespace ModBot.Core.Tests.Filters;

/// <summary>The model that the repository's corpus gives, trained once for all tests of a class.</summary>
public sealed class SeedModelFixture
{
    public SeedModelFixture()
    {
        var examples = new List<LabelledText>();
        var faults = new List<string>();
        foreach (string file in Directory.GetFiles(Path.Combine(SeedFiles.Folder, "corpus"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(file);
            examples.AddRange(SeedCorpus.Read(reader, Path.GetFileName(file), faults));
        }

        Assert.Empty(faults);
        Model = new BuiltInTrainer().Train(examples, "test", CancellationToken.None);
    }

    public ISpamModel Model { get; }
}
