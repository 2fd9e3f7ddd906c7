using ModBot.Core.Filters;

namespace ModBot.Core.Actions;

/// <summary>
/// A moderator's text with placeholders: <c>{user}</c> (a mention that pings nobody), <c>{name}</c>, <c>{channel}</c>,
/// <c>{server}</c>, <c>{rule}</c>, <c>{category}</c>, <c>{case}</c> and <c>{strikes}</c>.
/// </summary>
public static class MessageTemplate
{
    /// <summary>The longest text, UTF-16 units: Discord's 2,000 less room for what placeholders stand for.</summary>
    public const int MaximumLength = 1_500;

    private static readonly string[] Known = ["user", "name", "channel", "server", "rule", "category", "case", "strikes"];

    public static IReadOnlyList<string> Placeholders => Known;

    /// <summary>Puts values in the place of placeholders, once each, never in what was put in.</summary>
    /// <param name="template">The text; braces that hold no placeholder stay as they are.</param>
    /// <param name="valueOf">The value of a placeholder, made harmless by the caller.</param>
    public static string Render(string template, Func<string, string> valueOf)
    {
        var text = new System.Text.StringBuilder(template.Length + 32);
        int at = 0;
        foreach ((int start, string name) in Find(template))
        {
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            text.Append(template, at, start - at).Append(valueOf(name.ToLowerInvariant()));
            at = start + name.Length + 2;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>Adds a fault for each placeholder that there is not.</summary>
    internal static void Check(string option, string template, List<OptionFault> faults)
    {
        foreach ((_, string name) in Find(template))
        {
            if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
                faults.Add(new OptionFault(option, $"has the unknown placeholder {{{name}}}; known: {string.Join(", ", Known.Select(known => $"{{{known}}}"))}"));
        }
    }

    private static IEnumerable<(int Start, string Name)> Find(string template)
    {
        for (int start = template.IndexOf('{', StringComparison.Ordinal); start >= 0; start = template.IndexOf('{', start + 1))
        {
            int end = start + 1;
            while (end < template.Length && char.IsAsciiLetter(template[end]))
                end++;
            if (end > start + 1 && end < template.Length && template[end] == '}')
                yield return (start, template[(start + 1)..end]);
        }
    }
}
