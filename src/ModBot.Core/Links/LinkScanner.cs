using System.Buffers;
using ModBot.Core.Text;

namespace ModBot.Core.Links;

/// <summary>Finds links in the folded reading of a text, written plainly or so that only people read them. Linear in the length.</summary>
internal readonly ref struct LinkScanner
{
    /// <summary>A label may stand this far behind its bracket in a masked link, UTF-16 units.</summary>
    private const int LongestLabel = 500;

    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create("/?# <>\"'|");

    private static readonly SearchValues<char> Signs = SearchValues.Create(".:,•·");

    private readonly TextViews views;
    private readonly FoldedText folded;
    private readonly ReadOnlySpan<char> text;
    private readonly LinkList into;

    private LinkScanner(TextViews views, LinkList into)
    {
        this.views = views;
        this.into = into;
        folded = views.Folded;
        text = folded.Span;
    }

    /// <summary>Fills a list with the links of a text.</summary>
    /// <param name="views">The text.</param>
    /// <param name="bare">Also take host names without a scheme; false for file names.</param>
    /// <param name="into">Is emptied first.</param>
    public static void Scan(TextViews views, bool bare, LinkList into)
    {
        into.Clear();
        var scanner = new LinkScanner(views, into);
        if (scanner.text.ContainsAny(Signs) || scanner.text.Contains("dot", StringComparison.Ordinal))
            scanner.Run(bare);
    }

    private void Run(bool bare)
    {
        int i = 0;
        while (i < text.Length)
        {
            int next = 0;
            if (HostReader.IsLabel(text[i]))
            {
                int end = HostReader.LabelEnd(text, i);
                next = WithScheme(i, end);
                if (next == 0 && bare)
                    next = Bare(i);
                next = Math.Max(next, end);
            }
            else if (bare && text[i] == '.')
            {
                next = BareInvite(i);
            }

            i = Math.Max(next, i + 1);
        }
    }

    /// <summary>The place behind a link with a scheme that begins here; 0 where there is none.</summary>
    private int WithScheme(int start, int end)
    {
        int at = SchemeEnd(start, end, out bool spelled);
        if (at == 0)
            return 0;
        LinkTraits traits = LinkTraits.Scheme | (spelled ? LinkTraits.Obfuscated : LinkTraits.None);
        int stop = text[at..].IndexOfAny(AuthorityEnds);
        stop = stop < 0 ? text.Length : at + stop;
        int user = text[at..stop].LastIndexOf('@');
        if (user >= 0)
        {
            traits |= LinkTraits.UserInfo;
            at += user + 1;
        }

        int place = into.Used;
        if (at < text.Length && text[at] == '[')
        {
            int close = text[at..stop].IndexOf(']');
            return close < 0 ? 0 : Finish(start, Copy(at, at + close + 1), place, traits | LinkTraits.Address, at);
        }

        HostReader host = HostReader.Read(text, at, spelled: true, into);
        if (host.Spelled && !TopLevelDomains.IsSpelled(host.Ending))
        {
            into.Rewind(place);
            host = HostReader.Read(text, at, spelled: false, into);
        }

        bool address = host.IsAddress;
        if (host.Labels < 2 && !address && !into.Written(place).SequenceEqual("localhost"))
        {
            into.Rewind(place);
            return 0;
        }

        traits |= (host.Spelled ? LinkTraits.Obfuscated : LinkTraits.None) | (address ? LinkTraits.Address : LinkTraits.None);
        return Finish(start, host.End, place, traits, at);
    }

    /// <summary>The place behind http://, hxxps://, h**p:// and the like; 0 where there is none.</summary>
    private int SchemeEnd(int start, int end, out bool spelled)
    {
        spelled = false;
        ReadOnlySpan<char> label = text[start..end];
        if (label is "h" && text[end..].StartsWith("**p"))
        {
            end += 3 + (text[(end + 3)..].StartsWith("s") ? 1 : 0);
            spelled = true;
        }
        else if (label is "hxxp" or "hxxps" or "htxp" or "htxps" or "hxtp" or "hxtps" or "hxxx")
        {
            spelled = true;
        }
        else if (label is not ("http" or "https" or "ftp"))
        {
            return 0;
        }

        ReadOnlySpan<char> rest = text[end..];
        foreach (string mark in (ReadOnlySpan<string>)["://", " ://", "[:]//", "(:)//", ": //", ":/ /", ":\\\\"])
        {
            if (!rest.StartsWith(mark))
                continue;
            spelled |= mark.Length > 3;
            int at = end + mark.Length;
            return at < text.Length && text[at] == ' ' ? at + 1 : at;
        }

        return 0;
    }

    /// <summary>
    /// The place behind a host without a scheme that begins here; where there is none, the end of what looked like one, so that
    /// nothing is read twice.
    /// </summary>
    private int Bare(int start)
    {
        int place = into.Used;
        HostReader host = HostReader.Read(text, start, spelled: true, into);
        if (host.Labels >= 2 && !FollowsName(start) && !(host.End < text.Length && text[host.End] == '@')
            && BareHost.Accepts(views, host, into.Written(place), out HostReader accepted))
        {
            into.Rewind(accepted.End == host.End ? into.Used : place + into.Written(place).LastIndexOf('.'));
            LinkTraits traits = (accepted.Spelled ? LinkTraits.Obfuscated : LinkTraits.None) | (accepted.IsAddress ? LinkTraits.Address : LinkTraits.None);
            return Finish(start, accepted.End, place, traits, start);
        }

        into.Rewind(place);
        return host.PlainEnd;
    }

    /// <summary>".gg/code": an invite of which even the name is left out.</summary>
    private int BareInvite(int start)
    {
        bool free = start == 0 || text[start - 1] is ' ' or '(' or '"' or '\'' or ':' or '>';
        if (!free || !text[start..].StartsWith(".gg/") || start + 4 >= text.Length || !char.IsAsciiLetterOrDigit(text[start + 4]))
            return 0;
        int place = into.Used;
        foreach (char c in "discord.gg")
            into.Write(c);
        return Finish(start, start + 3, place, LinkTraits.Obfuscated, start);
    }

    private bool FollowsName(int start) => start > 0 && text[start - 1] is '@' or '/' or '\\' or '_' or '-' or '=' or '#' or '$' or '&' or '+' or '~' or '.' or '%';

    /// <summary>Reads port and path behind the host and adds the link.</summary>
    private int Finish(int start, int hostEnd, int place, LinkTraits traits, int hostStart)
    {
        int hostLength = into.Used - place;
        int at = hostEnd;
        if (at + 1 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
        {
            traits |= LinkTraits.Port;
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
                at++;
        }

        int pathPlace = into.Used;
        int path = PathReader.Start(text, at, spelled: (traits & LinkTraits.Obfuscated) != LinkTraits.None);
        if (path > 0)
        {
            int end = PathReader.End(text, path);
            into.Write(text[path] is '?' or '#' ? text[path] : '/');
            for (int i = text[path] is '/' or '?' or '#' ? path + 1 : path; i < end; i++)
                into.Write(AsWritten(i));
            at = Math.Max(at, end);
        }

        ReadOnlySpan<char> host = into.Written(place)[..hostLength];
        if (IsLookAlike(hostStart, hostEnd))
            traits |= LinkTraits.LookAlike;
        if (host.Contains("xn--", StringComparison.Ordinal))
            traits |= LinkTraits.Punycode;
        (int from, int size) = folded.SourceSpan(start, at - start);
        (int labelStart, int labelLength) = MaskOf(from);
        if (labelLength > 0)
            traits |= LinkTraits.Masked;
        into.Add(new Link(from, size, traits, labelStart, labelLength) { HostStart = place, HostLength = hostLength, PathLength = into.Used - pathPlace });
        return at;
    }

    private int Copy(int start, int end)
    {
        foreach (char c in text[start..end])
            into.Write(c);
        return end;
    }

    private char AsWritten(int index)
    {
        char original = views.Original[folded.SourceOf(index)];
        return char.ToLowerInvariant(original) == text[index] ? original : text[index];
    }

    /// <summary>True where a letter of the host was none of those that host names treat as the plain letter.</summary>
    private bool IsLookAlike(int start, int end)
    {
        ReadOnlySpan<char> written = views.Original.AsSpan(folded.SourceOf(start)..folded.SourceEndOf(end - 1));
        if (System.Text.Ascii.IsValid(written))
            return false;
        for (int i = start; i < end; i++)
        {
            char c = views.Original[folded.SourceOf(i)];
            if (c >= 128 && text[i] < 128 && !IsCompatible(c))
                return true;
        }

        return false;
    }

    /// <summary>Compatibility forms: browsers map them to the plain letter (UTS #46), so the link leads where it reads.</summary>
    private static bool IsCompatible(char c) =>
        c is (>= (char)0xFF00 and <= (char)0xFFEF) or (>= (char)0x2070 and <= (char)0x209F) or (>= (char)0x2100 and <= (char)0x218F) or (>= (char)0x2460 and <= (char)0x24FF)
            or (char)0xD835 or (char)0xD83C or (char)0x3002 or (char)0x2024 or (>= (char)0x02B0 and <= (char)0x02B8) or (>= (char)0xFB00 and <= (char)0xFB06)
        || char.IsWhiteSpace(c);

    /// <summary>The label of the Markdown link whose target begins here; length 0 where it is no such target.</summary>
    private (int Start, int Length) MaskOf(int target)
    {
        ReadOnlySpan<char> original = views.Original;
        int at = target - 1;
        if (at >= 0 && original[at] == '<')
            at--;
        if (at < 1 || original[at] != '(' || original[at - 1] != ']')
            return default;
        int close = at - 1;
        int from = Math.Max(0, close - LongestLabel);
        int open = original[from..close].LastIndexOf('[');
        return open < 0 ? default : (from + open + 1, close - from - open - 1);
    }
}
