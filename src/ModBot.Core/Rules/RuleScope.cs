using System.Collections.Immutable;
using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

namespace ModBot.Core.Rules;

/// <summary>Where and on whom a rule looks. Empty lists mean everywhere and everyone.</summary>
public sealed record RuleScope
{
    public static readonly RuleScope Everywhere = new();

    /// <summary>Only in these channels (a thread counts as its parent).</summary>
    public ImmutableArray<Snowflake> Channels { get; init; } = [];

    public ImmutableArray<Snowflake> ExemptChannels { get; init; } = [];

    public ImmutableArray<Snowflake> ExemptRoles { get; init; } = [];

    /// <summary>Also look at moderators and the owner. Default false.</summary>
    public bool IncludeModerators { get; init; }

    /// <summary>Also look at other bots and webhooks. Default false.</summary>
    public bool IncludeBots { get; init; }

    /// <summary>Null where the rule looks at it, else the reason why it does not.</summary>
    public string? Exempts(Occurrence occurrence)
    {
        MessageAuthor author = occurrence.Author;
        if (author.IsModerator && !IncludeModerators)
            return "the author is a moderator";
        if ((author.IsBot || author.IsWebhook) && !IncludeBots)
            return author.IsWebhook ? "posted by a webhook" : "posted by a bot";
        if (Channels.Length > 0 && occurrence.ChannelId != default && !Holds(Channels, occurrence))
            return "outside the rule's channels";
        if (Holds(ExemptChannels, occurrence))
            return "the channel is exempt";
        foreach (Snowflake role in ExemptRoles)
        {
            for (int i = 0; i < author.RoleIds.Count; i++)
            {
                if (author.RoleIds[i] == role)
                    return "the author has an exempt role";
            }
        }

        return null;
    }

    private static bool Holds(ImmutableArray<Snowflake> channels, Occurrence occurrence)
    {
        foreach (Snowflake channel in channels)
        {
            if (channel == occurrence.ChannelId || channel == occurrence.ParentChannelId)
                return true;
        }

        return false;
    }
}
