using System.Collections.Immutable;
using System.Text;

namespace ModBot.SlashCommands.Rules;

/// <summary>Several values in one text: <c>count=5 within=10 terms="free nitro, steam gift"</c>. A back-slash takes the next character as it is.</summary>
internal static class PairText
{
    /// <exception cref="CommandFault">A part is no pair, or a quotation mark is open.</exception>
    public static ImmutableArray<(string Name, string Value)> Read(string text)
    {
        ImmutableArray<(string, string)>.Builder pairs = ImmutableArray.CreateBuilder<(string, string)>();
        int at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at == text.Length)
                return pairs.ToImmutable();
            int equals = text.IndexOf('=', at);
            string name = equals < 0 ? text[at..] : text[at..equals];
            if (equals < 0 || name.Length == 0 || name.Any(char.IsWhiteSpace))
                throw new CommandFault($"Write options as `name=value`, with spaces between them, not {CommandReply.Span(text[at..], 40)}. Values with spaces go in quotation marks: `terms=\"free nitro, steam gift\"`.");
            at = equals + 1;
            pairs.Add((name, Value(text, name, ref at)));
        }
    }

    /// <summary>Writes a value so that <see cref="Read"/> gives it back.</summary>
    public static string Write(string name, string value) => value.Length > 0 && !value.Any(character => char.IsWhiteSpace(character) || character is '"' or '\\' or ';')
        ? $"{name}={value}"
        : $"{name}=\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Value(string text, string name, ref int at)
    {
        var value = new StringBuilder();
        bool quoted = at < text.Length && text[at] == '"';
        if (quoted)
            at++;
        for (; at < text.Length; at++)
        {
            char character = text[at];
            if (quoted ? character == '"' : char.IsWhiteSpace(character))
            {
                at++;
                return value.ToString();
            }

            if (quoted && character == '\\' && at + 1 < text.Length)
                character = text[++at];
            value.Append(character);
        }

        return quoted ? throw new CommandFault($"The value of `{CommandReply.Code(name)}` has no closing quotation mark.") : value.ToString();
    }
}
