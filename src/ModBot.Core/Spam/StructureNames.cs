namespace ModBot.Core.Spam;

/// <summary>What a person would call each <see cref="StructureFeature"/>.</summary>
internal static class StructureNames
{
    private static readonly string[] Names = [.. Enum.GetNames<StructureFeature>().Select(Spaced)];

    /// <summary>For example "money amount", "contact hand off", "length under 60".</summary>
    public static string Of(StructureFeature feature) => Names[(int)feature];

    private static string Spaced(string name) => string.Concat(name.Select((letter, index) =>
        index > 0 && (char.IsUpper(letter) || (char.IsDigit(letter) && !char.IsDigit(name[index - 1]))) ? " " + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
