using ModBot.Core.Rules;

namespace ModBot.Core.Filters;

/// <summary>Options as they are said to people.</summary>
internal static class RuleWords
{
    /// <summary>An enumeration member in lower case, words apart.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        RuleReader.NameOf(value).Replace('-', ' ');
}
