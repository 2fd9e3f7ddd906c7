using System.Collections.Frozen;

namespace ModBot.Core.Verdicts;

/// <summary>The categories' names as people and files write them.</summary>
public static class CategoryNames
{
    private static readonly string[] Names =
        ["spam", "scam-link", "invite", "hate", "slur", "threat", "harassment", "sexual", "self-harm", "profanity", "insult", "mentions", "flood", "secret", "other"];

    private static readonly FrozenDictionary<string, Category> ByName =
        Names.Select((name, index) => (name, index)).ToFrozenDictionary(pair => pair.name, pair => (Category)pair.index, StringComparer.OrdinalIgnoreCase);

    public static IReadOnlyList<string> All => Names;

    public static string NameOf(this Category category) => Names[(int)category];

    public static bool TryParse(string? name, out Category category)
    {
        category = default;
        return name is not null && ByName.TryGetValue(name, out category);
    }
}
