using System.Security.Cryptography;
using System.Text;

namespace ModBot.Storage;

/// <summary>How values look in the database, whatever the engine.</summary>
internal static class StoredValue
{
    private const char Replacement = '\uFFFD';

    /// <summary>An id's bits as a signed integer.</summary>
    public static long Of(Core.Messages.Snowflake id) => unchecked((long)id.Value);

    public static Core.Messages.Snowflake Snowflake(long stored) => new(unchecked((ulong)stored));

    /// <summary>Milliseconds since the Unix epoch.</summary>
    public static long Of(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored);

    /// <summary>A score; null for not-a-number, which not every engine can hold.</summary>
    public static double? Score(float score) => float.IsNaN(score) ? null : score;

    /// <summary>The text with U+FFFD for what no engine can store: NUL and half surrogate pairs.</summary>
    public static string Of(string text)
    {
        int index = FirstUnstorable(text, 0);
        if (index < 0)
            return text;
        char[] clean = text.ToCharArray();
        for (; index >= 0; index = FirstUnstorable(text, index + 1))
            clean[index] = Replacement;
        return new string(clean);
    }

    /// <summary>16 bytes that stand for an incident's key: bounded, and telling nothing of a message the key may quote.</summary>
    public static byte[] IncidentKey(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key))[..16];

    private static int FirstUnstorable(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\0')
                return i;
            if (!char.IsSurrogate(c))
                continue;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                return i;
        }

        return -1;
    }
}
