namespace ModBot.Core.Links;

/// <summary>
/// Reads lists of domains as they are published: one a line; comments behind <c>#</c>, <c>!</c> or <c>//</c>; hosts files
/// (<c>0.0.0.0 bad.example</c>) and filter lists (<c>||bad.example^</c>) too.
/// </summary>
public static class DomainListFile
{
    private const string AnchorStart = "||";

    /// <summary>Reads a list; lines that name no domain are passed over and counted.</summary>
    /// <param name="reader">The file's text.</param>
    /// <param name="most">So many domains are taken at most.</param>
    /// <param name="skipped">Lines that name none, or come after the last that is taken.</param>
    public static DomainSet Read(TextReader reader, int most, out int skipped)
    {
        skipped = 0;
        var domains = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            ReadOnlySpan<char> entry = Entry(line);
            if (entry.IsEmpty)
                continue;
            string domain = entry.ToString();
            if (domains.Count < most && DomainSet.Fault(domain) is null)
                domains.Add(domain);
            else
                skipped++;
        }

        return new DomainSet(domains);
    }

    /// <summary>What a line lists; empty for blank lines and comments.</summary>
    private static ReadOnlySpan<char> Entry(ReadOnlySpan<char> line)
    {
        line = line.Trim().TrimStart('\uFEFF');
        if (line.IsEmpty || line[0] is '#' or '!' or '[' or ';' || line.StartsWith("//"))
            return default;
        int comment = line.IndexOf('#');
        line = (comment > 0 ? line[..comment] : line).Trim();
        if (line.StartsWith(AnchorStart))
            line = line[AnchorStart.Length..].TrimEnd('^');
        int blank = line.IndexOfAny(' ', '\t');
        if (blank > 0 && IsAddress(line[..blank]))
            line = line[blank..].TrimStart();
        blank = line.IndexOfAny(' ', '\t');
        return (blank > 0 ? line[..blank] : line).Trim("\",'");
    }

    private static bool IsAddress(ReadOnlySpan<char> text) => System.Net.IPAddress.TryParse(text, out _);
}
