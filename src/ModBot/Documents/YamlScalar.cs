using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ModBot.Documents;

/// <summary>What a scalar without quotation marks is.</summary>
internal enum YamlScalarKind
{
    Text,
    Null,
    True,
    False,
    Number,
}

/// <summary>The core schema of YAML 1.2 (section 10.3.2 of its specification).</summary>
internal static partial class YamlScalar
{
    public static YamlScalarKind Classify(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => YamlScalarKind.Null,
        "true" or "True" or "TRUE" => YamlScalarKind.True,
        "false" or "False" or "FALSE" => YamlScalarKind.False,
        _ => Numeric.IsMatch(text) ? YamlScalarKind.Number : YamlScalarKind.Text,
    };

    /// <summary>Whether other readers, those of YAML 1.1 too, could take the text for something else.</summary>
    public static bool IsAmbiguous(string text) => Classify(text) != YamlScalarKind.Text || char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.' or '='
        || text.ToLowerInvariant() is "yes" or "no" or "on" or "off" or "y" or "n" or "<<";

    /// <summary>The number, or null where it is none that JSON can say.</summary>
    public static JsonValue? Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
            return JsonValue.Create(whole);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) && text.AsSpan().IndexOfAny(".eE") >= 0 ? JsonValue.Create(number) : null;
    }

    [GeneratedRegex(@"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$", RegexOptions.NonBacktracking)]
    private static partial Regex Numeric { get; }
}
