using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ModBot.Discord.Parsing;

/// <summary>Decodes JSON strings that the standard reader refuses: half surrogates and invalid UTF-8 become U+FFFD instead of an error.</summary>
internal static class LenientText
{
    public static string Decode(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return DecodeAnything(reader.ValueSpan);
        }
    }

    /// <summary>Unescapes a property name that was written with escapes.</summary>
    public static byte[] DecodeName(ref Utf8JsonReader reader) => Encoding.UTF8.GetBytes(Decode(ref reader));

    private static string DecodeAnything(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (!escaped.IsEmpty)
        {
            int slash = escaped.IndexOf((byte)'\\');
            ReadOnlySpan<byte> plain = slash < 0 ? escaped : escaped[..slash];
            text.Append(Encoding.UTF8.GetString(plain));
            if (slash < 0)
                break;
            escaped = Unescape(escaped[(slash + 1)..], text);
        }

        return ReplaceHalves(text.ToString());
    }

    private static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> afterSlash, StringBuilder text)
    {
        if (afterSlash.IsEmpty)
            return afterSlash;
        byte kind = afterSlash[0];
        if (kind == 'u' && afterSlash.Length >= 5 && ushort.TryParse(afterSlash.Slice(1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ushort unit))
        {
            text.Append((char)unit);
            return afterSlash[5..];
        }

        text.Append((char)kind switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => (char)kind,
        });
        return afterSlash[1..];
    }

    private static string ReplaceHalves(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }
}
