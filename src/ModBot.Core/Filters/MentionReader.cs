using System.Globalization;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Reads Discord's mention marks: <c>&lt;@id&gt;</c> and <c>&lt;@!id&gt;</c> for users, <c>&lt;@&amp;id&gt;</c> for roles.</summary>
internal static class MentionReader
{
    public static void Collect(ReadOnlySpan<char> text, HashSet<Snowflake> users, HashSet<Snowflake> roles)
    {
        for (int at = text.IndexOf("<@", StringComparison.Ordinal); at >= 0;)
        {
            text = text[(at + 2)..];
            bool isRole = text is ['&', ..];
            ReadOnlySpan<char> rest = text is ['&' or '!', ..] ? text[1..] : text;
            int end = rest.IndexOf('>');
            if (end is > 0 and <= 20 && Snowflake.TryParse(rest[..end], CultureInfo.InvariantCulture, out Snowflake id))
                (isRole ? roles : users).Add(id);
            at = text.IndexOf("<@", StringComparison.Ordinal);
        }
    }
}
