using System.Globalization;
using ModBot.Core.Messages;

namespace ModBot.Core.Filters;

/// <summary>Reads Discord's mention marks: <c>&lt;@id&gt;</c> and <c>&lt;@!id&gt;</c> for users, <c>&lt;@&amp;id&gt;</c> for roles.</summary>
internal static class MentionReader
{
    /// <summary>True where the message mentions somebody, a role or everyone.</summary>
    public static bool Any(Inspection inspection)
    {
        ChatMessage message = inspection.Message;
        if (message.MentionedUsers.Count > 0 || message.MentionedRoles.Count > 0 || message.MentionsEveryone)
            return true;
        for (int i = 0; i < inspection.Surfaces.Count; i++)
        {
            if (inspection.Surfaces[i].Text.Original.Contains("<@", StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Adds whom a text mentions.</summary>
    /// <param name="text">The original text.</param>
    /// <param name="users">Takes each user once.</param>
    /// <param name="roles">Takes each role once.</param>
    /// <returns>How many mentions there are, the same one counted again.</returns>
    public static (int Users, int Roles) Collect(ReadOnlySpan<char> text, HashSet<Snowflake> users, HashSet<Snowflake> roles)
    {
        (int Users, int Roles) count = default;
        for (int at = text.IndexOf("<@", StringComparison.Ordinal); at >= 0;)
        {
            text = text[(at + 2)..];
            bool isRole = text is ['&', ..];
            ReadOnlySpan<char> rest = text is ['&' or '!', ..] ? text[1..] : text;
            int end = rest.IndexOf('>');
            if (end is > 0 and <= 20 && Snowflake.TryParse(rest[..end], CultureInfo.InvariantCulture, out Snowflake id))
            {
                (isRole ? roles : users).Add(id);
                count = isRole ? (count.Users, count.Roles + 1) : (count.Users + 1, count.Roles);
            }

            at = text.IndexOf("<@", StringComparison.Ordinal);
        }

        return count;
    }
}
