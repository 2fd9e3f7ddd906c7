using Microsoft.Extensions.Configuration;
using ModBot.CommandLine;

namespace ModBot.Configuration;

/// <summary>Which files hold lists of domains (section <c>Domains:Files</c>: a name, and the file that has the list). Rules name them.</summary>
/// <param name="Files">Full paths by name; at most 20. A relative path is seen from the program's folder.</param>
internal sealed record DomainListSettings(IReadOnlyDictionary<string, string> Files)
{
    private const int MostFiles = 20;
    private const int LongestName = 64;

    /// <exception cref="UsageException">A name or a path is wrong; all are named.</exception>
    public static DomainListSettings From(IConfiguration configuration)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var faults = new List<string>();
        foreach (IConfigurationSection entry in configuration.GetSection("Domains:Files").GetChildren())
        {
            if (entry.Key.Length > LongestName || !entry.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
                faults.Add($"Domains:Files:{entry.Key} must be named with 1 to {LongestName} letters, digits and hyphens.");
            else if (string.IsNullOrWhiteSpace(entry.Value))
                faults.Add($"Domains:Files:{entry.Key} must be the path of a file.");
            else
                files[entry.Key] = Path.GetFullPath(entry.Value, AppContext.BaseDirectory);
        }

        if (files.Count > MostFiles)
            faults.Add($"Domains:Files names {files.Count} files; at most {MostFiles} can be.");
        return faults.Count == 0 ? new DomainListSettings(files) : throw new UsageException(string.Join(' ', faults));
    }
}
