using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ModBot.Sandbox.World;

/// <summary>What an AutoMod rule found in a message.</summary>
/// <param name="Keyword">The keyword or pattern; null where the rule has none (mentions).</param>
/// <param name="Text">The part of the message.</param>
internal sealed partial record AutoModMatch(string? Keyword, string? Text)
{
    private const int KeywordTrigger = 1, MentionTrigger = 5;

    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    /// <summary>The first match; null where there is none, or the trigger is one that only Discord can judge (spam, presets, profiles).</summary>
    public static AutoModMatch? Find(JsonObject rule, string content) => (int)rule["trigger_type"]! switch
    {
        KeywordTrigger => Keywords(rule["trigger_metadata"], content),
        MentionTrigger => Mentions(rule["trigger_metadata"], content),
        _ => null,
    };

    /// <summary>A keyword as a pattern: a star at either end lets the word go on there.</summary>
    public static Regex PatternOf(string keyword)
    {
        string inner = Regex.Escape(keyword.Trim('*'));
        string head = keyword.StartsWith('*') ? "" : @"(?:^|\W)", tail = keyword.EndsWith('*') ? "" : @"(?:$|\W)";
        return new Regex($"{head}(?<found>{inner}){tail}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTime);
    }

    private static AutoModMatch? Keywords(JsonNode? metadata, string content)
    {
        string[] allowed = Texts(metadata?["allow_list"]);
        foreach (string keyword in Texts(metadata?["keyword_filter"]))
        {
            Match match = PatternOf(keyword).Match(content);
            if (match.Success && !allowed.Any(a => PatternOf(a).IsMatch(content)))
                return new AutoModMatch(keyword, match.Groups["found"].Value);
        }

        foreach (string pattern in Texts(metadata?["regex_patterns"]))
        {
            Match match = Regex.Match(content, pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTime);
            if (match.Success)
                return new AutoModMatch(pattern, match.Value);
        }

        return null;
    }

    private static AutoModMatch? Mentions(JsonNode? metadata, string content)
    {
        int limit = (int?)metadata?["mention_total_limit"] ?? 50;
        return Mention().Matches(content).Select(m => m.Value).Distinct().Count() > limit ? new AutoModMatch(null, null) : null;
    }

    private static string[] Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(t => (string?)t).OfType<string>().Where(t => t.Trim('*').Length > 0)];

    [GeneratedRegex("<@[!&]?[0-9]{1,20}>", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
