using System.Collections.Frozen;
using ModBot.Core.Text;

namespace ModBot.Core.Links;

/// <summary>Tells hosts without a scheme from what only has a dot in it: versions, file names, decimals, abbreviations, sentences run together.</summary>
internal static class BareHost
{
    /// <summary>Words before "dot com" that speak of the thing, not of a host.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles =
        "the a an this that these my your our his her its early big every any some via polka".Split(' ').ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="views">The text.</param>
    /// <param name="host">What was read.</param>
    /// <param name="name">The host with plain dots.</param>
    /// <param name="accepted">The host to take: the one read, or without a last label that begins a new sentence.</param>
    public static bool Accepts(TextViews views, HostReader host, ReadOnlySpan<char> name, out HostReader accepted)
    {
        accepted = host;
        if (host.Text[host.Start] == '-')
            return false;
        int path = PathReader.Start(host.Text, PortEnd(host.Text, host.End, out bool port), host.Spelled);
        if (host.IsAddress)
            return !host.Spelled && (port || path > 0);
        if (host.Spelled)
            return IsSpelledHost(host, name, path > 0);
        if (!TopLevelDomains.IsKnown(host.Ending))
            return BeginsSentence(views, host) && EndsBefore(host, out accepted);
        if (path > 0 || name.StartsWith("www."))
            return !IsFileName(host.Ending) || host.Labels > 2 || !host.Text[path..PathReader.End(host.Text, path)].Contains('.');
        return TopLevelDomains.IsPlain(host.Ending) && !TopLevelDomains.IsProduct(name) && IsLikelyName(host, name) && !LooksLikeMember(views, host);
    }

    private static int PortEnd(ReadOnlySpan<char> text, int at, out bool port)
    {
        port = at + 1 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]);
        if (!port)
            return at;
        at++;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static bool IsSpelledHost(HostReader host, ReadOnlySpan<char> name, bool hasPath)
    {
        if (!TopLevelDomains.IsSpelled(host.Ending) || Articles.Contains(name[..name.IndexOf('.')]))
            return false;
        if (host.Ending is "gg")
            return hasPath && name.EndsWith("discord.gg");

        // "That is all. Me / you" is a sentence; brackets and the word are always meant.
        bool meant = host.Text[host.Start..host.End].ContainsAny("([{") || host.Text[host.Start..host.End].Contains(" dot ", StringComparison.Ordinal);
        bool cut = host.End < host.Text.Length && host.Text[host.End] == '\'';
        return (host.Ending is "com" && !cut) || (meant && (hasPath || TopLevelDomains.IsPlain(host.Ending)));
    }

    private static bool IsFileName(ReadOnlySpan<char> ending) => ending is "md" or "py" or "rs" or "sh" or "ps" or "cc" or "mm" or "so" or "zip" or "mov" or "tf" or "pl" or "ml" or "ai";

    /// <summary>One letter or a bare number before a country's ending is an abbreviation or a count.</summary>
    private static bool IsLikelyName(HostReader host, ReadOnlySpan<char> name)
    {
        ReadOnlySpan<char> first = name[..name.IndexOf('.')];
        bool slight = first.Length == 1 || first.IndexOfAnyExceptInRange('0', '9') < 0;
        return host.Labels > 2 || !slight || host.Ending is "com" or "co" or "net" or "org";
    }

    /// <summary>"Discord.Net" and "System.IO" are written as names; "Google.Com" is none of those.</summary>
    private static bool LooksLikeMember(TextViews views, HostReader host)
    {
        if (host.Ending is "com" || !char.IsUpper(At(views, host.EndingStart)))
            return false;
        bool titled = char.IsLower(At(views, host.EndingStart + 1));
        for (int i = host.Start; i < host.EndingStart; i++)
            titled |= char.IsLower(At(views, i));
        return titled;
    }

    /// <summary>"see example.com.Then go on": a sentence begins without a blank.</summary>
    private static bool BeginsSentence(TextViews views, HostReader host) => host.Labels > 2 && char.IsUpper(At(views, host.EndingStart));

    private static bool EndsBefore(HostReader host, out HostReader shorter)
    {
        shorter = host.WithoutEnding();
        return shorter.Ending is "com" or "net" or "org" or "gg" or "io" or "ru";
    }

    private static char At(TextViews views, int index) => views.Original[views.Folded.SourceOf(index)];
}
