using System.Text.RegularExpressions;

namespace ModBot.Core.Filters;

/// <summary>What a moderator's pattern may be written with: everything that matches in linear time.</summary>
internal static partial class PatternSyntax
{
    public const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly (string Start, string Name)[] Constructs =
    [
        ("(?=", "a lookahead (?=…)"), ("(?!", "a negative lookahead (?!…)"), ("(?<=", "a lookbehind (?<=…)"), ("(?<!", "a negative lookbehind (?<!…)"),
        ("(?>", "an atomic group (?>…)"), ("(?(", "a conditional (?(…)…)"),
    ];

    /// <summary>The pattern ready to match; null where it cannot be used.</summary>
    /// <param name="pattern">As the moderator wrote it.</param>
    /// <param name="options"><see cref="Options"/> and what else is wanted.</param>
    /// <param name="timeout">For one match.</param>
    /// <param name="fault">One phrase that names what is wrong, and where; empty where nothing is.</param>
    public static Regex? Build(string pattern, RegexOptions options, TimeSpan timeout, out string fault)
    {
        fault = Unsupported(pattern) ?? "";
        if (fault.Length > 0)
            return null;
        try
        {
            return new Regex(pattern, options, timeout);
        }
        catch (RegexParseException error)
        {
            fault = $"is no regular expression: {error.Message}";
        }
        catch (NotSupportedException error)
        {
            fault = $"cannot be matched in linear time: {error.Message}";
        }

        return null;
    }

    /// <summary>
    /// A text that every match contains, at least three letters long, in lower case; null where the pattern has none on its top
    /// level. Searching for it first spares most messages the pattern.
    /// </summary>
    public static string? RequiredLiteral(string pattern)
    {
        string best = "";
        var run = new System.Text.StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c is '|' || pattern.AsSpan(i).StartsWith("(?x") || pattern.AsSpan(i).StartsWith("(?i"))
                return null;
            if (c is '^' or '$' || IsEdge(pattern, i))
            {
                i += c == '\\' ? 1 : 0;
                continue;
            }

            bool letter = char.IsAsciiLetter(c) && (i == 0 || pattern[i - 1] != '\\');
            if (letter && !IsOptional(pattern, i + 1))
                run.Append(char.ToLowerInvariant(c));
            bool repeated = i + 1 < pattern.Length && pattern[i + 1] is '+' or '{' or '*' or '?';
            if (letter && !repeated)
                continue;
            Keep();
            if (c is '(' or '[')
                i = Skip(pattern, i);
            else if (c == '\\')
                i++;
        }

        Keep();
        return best.Length >= 3 ? best : null;

        void Keep()
        {
            if (run.Length > best.Length)
                best = run.ToString();
            run.Clear();
        }
    }

    private static bool IsEdge(string pattern, int at) => pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is 'b' or 'B' or 'A' or 'z' or 'Z';

    private static bool IsOptional(string pattern, int at) => at < pattern.Length && (pattern[at] is '?' or '*' || pattern.AsSpan(at).StartsWith("{0"));

    /// <summary>The end of a group or class, so that nothing in it counts.</summary>
    private static int Skip(string pattern, int at)
    {
        int depth = 0;
        bool inClass = false;
        for (int i = at; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\')
                i++;
            else if (inClass)
                inClass = c != ']' || pattern[i - 1] == '[';
            else if (c == '[')
                inClass = true;
            else if (c == '(')
                depth++;
            else if (c == ')')
                depth--;
            if (depth <= 0 && !inClass && i > at)
                return i;
        }

        return pattern.Length;
    }

    private static string? Unsupported(string pattern)
    {
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                if (!inClass && pattern[i + 1] is (>= '1' and <= '9') or 'k')
                    return $"has a back-reference (\\{pattern[i + 1]}) at character {i + 1}; it cannot be matched in linear time";
                i++;
                continue;
            }

            if (inClass)
            {
                inClass = c != ']';
                continue;
            }

            inClass = c == '[';
            foreach ((string start, string name) in Constructs)
            {
                if (pattern.AsSpan(i).StartsWith(start))
                    return $"has {name} at character {i + 1}; it cannot be matched in linear time";
            }

            if (Balancing().IsMatch(pattern.AsSpan(i, Math.Min(pattern.Length - i, 64))))
                return $"has a balancing group (?<…-…>) at character {i + 1}; it cannot be matched in linear time";
        }

        return null;
    }

    [GeneratedRegex(@"^\(\?[<'][A-Za-z0-9_]*-[A-Za-z0-9_]+[>']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Balancing();
}
