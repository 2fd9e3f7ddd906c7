using System.Text.RegularExpressions;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.SlashCommands.Rules;

/// <summary>Which message somebody means: a link, <c>channel-message</c> as the platform's "copy id" gives it, or the id alone.</summary>
internal static partial class MessageLink
{
    /// <exception cref="CommandFault">It is none of these, or of another server.</exception>
    public static MessageReference Read(Interaction interaction, string text)
    {
        Match match = Link.Match(text);
        if (match.Success)
        {
            if (match.Groups["guild"].Value != interaction.GuildId.ToString())
                throw new CommandFault("That message is of another server.");
            if (Id(match, "channel") is { } channel && Id(match, "message") is { } message)
                return new MessageReference(channel, message);
        }

        match = Pair.Match(text);
        if (match.Success && Id(match, "message") is { } id)
            return new MessageReference(Id(match, "channel") ?? interaction.ChannelId, id);
        throw new CommandFault("Give the message's link: right-click it, *Copy Message Link*.");
    }

    /// <summary>A link to a message.</summary>
    public static string Write(Snowflake guild, MessageReference message) => $"https://discord.com/channels/{guild}/{message.ChannelId}/{message.MessageId}";

    private static Snowflake? Id(Match match, string name) => Snowflake.TryParse(match.Groups[name].Value, null, out Snowflake id) && id != default ? id : null;

    [GeneratedRegex("/channels/(?<guild>[0-9]{1,20})/(?<channel>[0-9]{1,20})/(?<message>[0-9]{1,20})", RegexOptions.NonBacktracking)]
    private static partial Regex Link { get; }

    [GeneratedRegex("^(?:(?<channel>[0-9]{1,20})-)?(?<message>[0-9]{1,20})$", RegexOptions.NonBacktracking)]
    private static partial Regex Pair { get; }
}
