namespace ModBot.Core.Links;

/// <summary>What follows a host: path, query, fragment.</summary>
internal static class PathReader
{
    /// <summary>Where it begins: at the slash, question mark or hash, or at the first character behind a spelled slash; 0 where there is none.</summary>
    public static int Start(ReadOnlySpan<char> text, int at, bool spelled)
    {
        if (at >= text.Length)
            return 0;
        if (text[at] is '/' or '?' or '#' or '\\')
        {
            if (spelled && at + 2 < text.Length && text[at + 1] == ' ' && IsPath(text[at + 2]))
                return at + 2;
            return at + 1 < text.Length && IsPath(text[at + 1]) ? at : 0;
        }

        if (!spelled || text[at] != ' ')
            return 0;
        int next = at + 1;
        if (next < text.Length && text[next] is '/' or '\\')
            next++;
        else if (text[next..].StartsWith("slash "))
            next += 5;
        else
            return 0;
        if (next < text.Length && text[next] == ' ')
            next++;
        return next < text.Length && IsPath(text[next]) ? next : 0;
    }

    /// <summary>Where it ends: at the first blank or bracket, closing punctuation left out.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && IsPath(text[end]))
            end++;
        bool opened = text[start..end].Contains('(');
        while (end > start + 1 && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_' or '~' or ']' or '}' || (text[end - 1] == ')' && !opened)))
            end--;
        return end;
    }

    private static bool IsPath(char c) => c is not (' ' or '<' or '>' or '"' or '|' or '`');
}
