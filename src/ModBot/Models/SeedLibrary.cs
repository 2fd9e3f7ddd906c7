using System.Security.Cryptography;
using System.Text;
using ModBot.CommandLine;
using ModBot.Configuration;
using ModBot.Core.Seeds;
using ModBot.Core.Spam;

namespace ModBot.Models;

/// <summary>The seeds folder: the document, its golden verdicts, and the training corpus.</summary>
internal sealed class SeedLibrary(string directory)
{
    /// <summary>The file with the golden verdicts.</summary>
    public const string GoldenFile = "golden.jsonl";

    /// <summary>The seeds where the configuration says they are.</summary>
    public static SeedLibrary Configured() => new(ModBotPaths.From(ModBotConfiguration.Load()).Seeds);

    /// <summary>The seed document, the only text file at the top of the folder.</summary>
    /// <exception cref="UsageException">There is no such file, or it is not a seed document.</exception>
    public SeedDocument ReadDocument()
    {
        string path = DocumentPath();
        try
        {
            return SeedDocument.Parse(File.ReadAllText(path, Encoding.UTF8));
        }
        catch (FormatException fault)
        {
            throw new UsageException($"{path}: {fault.Message}", fault);
        }
    }

    /// <exception cref="UsageException">The file is missing or faulty, or does not fit the document.</exception>
    public IReadOnlyList<GoldenVerdict> ReadGolden()
    {
        string path = Path.Combine(directory, GoldenFile);
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            return GoldenVerdict.ReadAll(reader);
        }
        catch (Exception fault) when (fault is FormatException or IOException)
        {
            throw new UsageException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>What the shipped model trains on: the corpus, and the seed's comments with their golden labels.</summary>
    public IReadOnlyList<LabelledText> ReadTrainingExamples()
    {
        var examples = new List<LabelledText>();
        var faults = new List<string>();
        foreach (string path in CorpusFiles())
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            examples.AddRange(SeedCorpus.Read(reader, Path.GetFileName(path), faults));
        }

        if (faults.Count > 0)
            throw new UsageException($"The corpus is faulty: {string.Join("; ", faults.Take(10))}");
        examples.AddRange(SeedExamples.Of(ReadDocument(), ReadGolden()));
        return examples;
    }

    /// <summary>A hash over every file that training reads: 16 hexadecimal digits.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in CorpusFiles().Append(DocumentPath()).Append(Path.Combine(directory, GoldenFile)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(path)));
            hash.AppendData(File.ReadAllBytes(path));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private string DocumentPath()
    {
        string[] documents = Directory.Exists(directory) ? Directory.GetFiles(directory, "*.txt") : [];
        return documents.Length == 1
            ? documents[0]
            : throw new UsageException($"'{directory}' holds {documents.Length} text files; one seed document is expected there. Set Seeds__Directory to the seeds folder.");
    }

    private IEnumerable<string> CorpusFiles()
    {
        string corpus = Path.Combine(directory, "corpus");
        return Directory.Exists(corpus) ? Directory.GetFiles(corpus, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
    }
}
