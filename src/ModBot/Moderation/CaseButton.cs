using System.Globalization;

namespace ModBot.Moderation;

/// <summary>
/// A button on a case's card. Its custom id holds a version, the button and the case number, and nothing else: it works after a
/// restart, and pressing it proves nothing (permissions are checked at the press, the guild is the interaction's own).
/// </summary>
internal sealed record CaseButton(string Name)
{
    /// <summary>What the custom ids of all versions begin with.</summary>
    public const string Family = "case.";

    private const string Prefix = $"{Family}1.";

    public static readonly CaseButton Uphold = new("uphold");

    public static readonly CaseButton Overturn = new("overturn");

    public static readonly CaseButton Explain = new("explain");

    public static readonly CaseButton Repost = new("repost");

    public string IdFor(long number) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Name}.{number}");

    /// <summary>Reads a custom id; false where it is not a case button of this version.</summary>
    public static bool TryParse(string customId, out CaseButton button, out long number)
    {
        button = Explain;
        number = 0;
        if (!customId.StartsWith(Prefix, StringComparison.Ordinal))
            return false;
        string[] parts = customId[Prefix.Length..].Split('.');
        CaseButton? known = parts.Length == 2 ? new[] { Uphold, Overturn, Explain, Repost }.FirstOrDefault(candidate => string.Equals(candidate.Name, parts[0], StringComparison.Ordinal)) : null;
        if (known is null || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out number))
            return false;
        button = known;
        return true;
    }
}
