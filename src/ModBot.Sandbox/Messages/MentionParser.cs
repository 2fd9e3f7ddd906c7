using System.Text.RegularExpressions;
using ModBot.Core.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Messages;

/// <summary>Finds whom a message notifies: what its text names, cut down to what is allowed.</summary>
internal static partial class MentionParser
{
    /// <summary>Sets the message's mentions from its content.</summary>
    public static void Apply(WorldState world, ChannelState channel, MessageState message, AllowedMentions allowed, PermissionBits authorPermissions)
    {
        message.Mentions = [];
        message.MentionRoles = [];
        message.MentionEveryone = false;
        GuildState? guild = world.GuildOf(channel);
        foreach (Match match in Mention().Matches(message.Content))
        {
            if (!Snowflake.TryParse(match.Groups["id"].ValueSpan, null, out Snowflake id))
                continue;
            if (match.Groups["role"].Length == 0)
            {
                if (world.Users.ContainsKey(id) && allowed.User(id) && !message.Mentions.Contains(id))
                    message.Mentions.Add(id);
            }
            else if (guild?.Roles.GetValueOrDefault(id) is { } role && allowed.Role(id) && !message.MentionRoles.Contains(id)
                && (role.Mentionable || authorPermissions.HasFlag(PermissionBits.MentionEveryone)))
            {
                message.MentionRoles.Add(id);
            }
        }

        message.MentionEveryone = guild is not null && allowed.Everyone && authorPermissions.HasFlag(PermissionBits.MentionEveryone)
            && Everyone().IsMatch(message.Content);
        if (message.Type == 19 && allowed.RepliedUser && RepliedAuthor(world, message) is { } author && !message.Mentions.Contains(author))
            message.Mentions.Add(author);
    }

    private static Snowflake? RepliedAuthor(WorldState world, MessageState message) =>
        Snowflake.TryParse((string?)message.Reference?["message_id"], null, out Snowflake id)
        && world.FindChannel(message.ChannelId)?.Find(id) is { WebhookId: null } original
            ? original.AuthorId
            : null;

    [GeneratedRegex("<@(?:!|(?<role>&))?(?<id>[0-9]{1,20})>", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();

    [GeneratedRegex("@(?:everyone|here)", RegexOptions.NonBacktracking)]
    private static partial Regex Everyone();
}
