using System.Security.Cryptography;
using System.Text;
using ModBot.CommandLine;
using ModBot.Core.Spam;

namespace ModBot.Models;

/// <summary>Labelled files that a person named.</summary>
/// <param name="Examples">All of them, in order.</param>
/// <param name="Fingerprint">A hash over the files' bytes: 16 hexadecimal digits.</param>
internal sealed record LabelledFiles(IReadOnlyList<LabelledText> Examples, string Fingerprint)
{
    /// <exception cref="UsageException">A file cannot be read or a line is faulty; the message names file and line.</exception>
    public static LabelledFiles Read(IEnumerable<string> paths)
    {
        var examples = new List<LabelledText>();
        var faults = new List<string>();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string path in paths)
        {
            try
            {
                byte[] bytes = File.ReadAllBytes(path);
                hash.AppendData(bytes);
                using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
                examples.AddRange(SeedCorpus.ReadData(reader, path, faults));
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new UsageException($"{path}: {fault.Message}", fault);
            }
        }

        if (faults.Count > 0)
            throw new UsageException(string.Join("; ", faults.Take(10)) + (faults.Count > 10 ? $"; and {faults.Count - 10} more" : ""));
        return new LabelledFiles(examples, Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8)));
    }
}
