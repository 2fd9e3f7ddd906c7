using ModBot.Core.Ports;
using ModBot.Core.Spam;
using ModBot.Core.Text;

namespace ModBot.Core.Tests.Spam;

/// <summary>The corpus and a model trained on it, made once for the tests that need them.</summary>
public sealed class SeedModel
{
    public SeedModel()
    {
        var faults = new List<string>();
        var examples = new List<LabelledText>();
        foreach (string file in Directory.GetFiles(Path.Combine(SeedFiles.Folder, "corpus"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using StreamReader reader = File.OpenText(file);
            examples.AddRange(SeedCorpus.Read(reader, Path.GetFileName(file), faults));
        }

        Faults = faults;
        Examples = examples;
        Model = new BuiltInTrainer().Train(examples, "seeds", CancellationToken.None);
    }

    public IReadOnlyList<string> Faults { get; }

    public IReadOnlyList<LabelledText> Examples { get; }

    public ISpamModel Model { get; }

    public static TextViews View(string text)
    {
        var views = new TextViews();
        views.Load(text);
        return views;
    }
}
