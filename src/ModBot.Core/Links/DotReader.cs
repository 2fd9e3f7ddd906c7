namespace ModBot.Core.Links;

/// <summary>The dot between two labels of a host, and what people write for it: <c> . </c>, <c>(.)</c>, <c>[dot]</c>, <c> dot </c>.</summary>
internal static class DotReader
{
    /// <summary>Where the next label begins when a dot stands here; 0 where none does.</summary>
    public static int End(ReadOnlySpan<char> text, int at, out bool spelled)
    {
        spelled = false;
        if (at + 1 >= text.Length)
            return 0;
        if (text[at] == '.' && HostReader.IsLabel(text[at + 1]))
            return at + 1;
        spelled = true;
        int next = text[at] switch
        {
            '.' => at + 1,
            ' ' => SpacedEnd(text, at + 1),
            '(' or '[' or '{' => BracketEnd(text, at + 1),
            '•' or '·' => at + 1,
            ',' when text[(at + 1)..].StartsWith("gg/") => at + 1,
            _ => 0,
        };
        if (next > 0 && next < text.Length && text[next] == ' ')
            next++;
        return next > 0 && next < text.Length && HostReader.IsLabel(text[next]) ? next : 0;
    }

    private static int SpacedEnd(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return 0;
        return text[at] switch
        {
            '.' => at + 1,
            'd' when text[at..].StartsWith("dot ") => at + 3,
            '(' or '[' or '{' => BracketEnd(text, at + 1),
            _ => 0,
        };
    }

    private static int BracketEnd(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == ' ')
            at++;
        if (text[at..].StartsWith("dot"))
            at += 3;
        else if (at < text.Length && text[at] is '.' or ',')
            at++;
        else
            return 0;
        if (at < text.Length && text[at] == ' ')
            at++;
        return at < text.Length && text[at] is ')' or ']' or '}' ? at + 1 : 0;
    }
}
