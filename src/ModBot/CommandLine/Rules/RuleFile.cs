using System.Text;
using ModBot.Core.Filters;
using ModBot.Core.Messages;
using ModBot.Core.Rules;
using ModBot.Documents;

namespace ModBot.CommandLine.Rules;

/// <summary>Rule documents in files.</summary>
internal static class RuleFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file and prints every fault as <c>FILE:LINE:COLUMN: path: sentence</c>.</summary>
    /// <returns>Null where there was a fault.</returns>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static RuleSet? Read(FileInfo file, TextWriter errors, IReadOnlyDictionary<Snowflake, Snowflake>? ids = null)
    {
        var faults = new List<DocumentFault>();
        ReadDocument? read = new RuleDocument(new RuleSetJson(FilterRegistry.BuiltIn)).Read(TextOf(file), faults, ids);
        foreach (DocumentFault fault in faults)
            errors.WriteLine($"{file.Name}{(fault.Line == 0 ? "" : $":{fault.Line}:{fault.Column}")}: {fault.Fault}");
        if (faults.Count > 0)
            errors.WriteLine($"{faults.Count} fault{(faults.Count == 1 ? "" : "s")}");
        return read?.Rules;
    }

    private static string TextOf(FileInfo file)
    {
        try
        {
            if (file.Length > YamlReader.Longest * 4L)
                throw new UsageException($"'{file}' has {file.Length:N0} bytes; a rule document has at most {YamlReader.Longest:N0} characters.");
            return File.ReadAllText(file.FullName, Utf8);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new UsageException($"'{file}' cannot be read: {fault.Message}", fault);
        }
    }
}
