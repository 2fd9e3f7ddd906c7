using System.Text;

namespace ModBot.Moderation;

/// <summary>Makes a member's text harmless inside what ModBot posts: no formatting, no pings, no live links.</summary>
internal static class SafeText
{
    private const string Marks = "\\*_~`|>#[]<@";

    /// <summary>One line, at most so many UTF-16 units before escaping.</summary>
    public static string Inline(string text, int longest) => Escape(Cut(text.ReplaceLineEndings(" "), longest));

    /// <summary>A block quote, at most so many UTF-16 units before escaping.</summary>
    public static string Quote(string text, int longest) =>
        string.Join('\n', Cut(text, longest).ReplaceLineEndings("\n").Split('\n').Select(line => $"> {Escape(line)}"));

    /// <summary>Cut at a whole character, with an ellipsis where something was cut.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        int end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length + 16);
        foreach (char character in text)
        {
            if (Marks.Contains(character, StringComparison.Ordinal))
                safe.Append('\\');
            safe.Append(character);
        }

        // A scheme without its colon and slashes together is text to Discord, not a link.
        return safe.Replace("://", ":/\u200B/").ToString();
    }
}
