namespace ModBot.Moderation.Restraints;

/// <summary>The button that lets a tripped rule act again. Its custom id holds a version and the rule's name; pressing it proves nothing.</summary>
internal static class RestraintButton
{
    /// <summary>What the custom ids of all versions begin with.</summary>
    public const string Family = "breaker.";

    private const string Prefix = $"{Family}1.";

    public static string IdFor(string rule) => $"{Prefix}{rule}";

    /// <summary>The rule's name; null where it is not a button of this version.</summary>
    public static string? Read(string customId) => customId.StartsWith(Prefix, StringComparison.Ordinal) && customId.Length > Prefix.Length ? customId[Prefix.Length..] : null;
}
