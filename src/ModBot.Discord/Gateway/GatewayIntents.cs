namespace ModBot.Discord.Gateway;

/// <summary>Which events the gateway sends (API reference, "Gateway Intents"). Privileged ones are switched on in the developer portal.</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,

    /// <summary>Guilds, roles, channels, threads.</summary>
    Guilds = 1 << 0,

    /// <summary>Privileged: members who join, leave, change.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Bans and the audit log.</summary>
    GuildModeration = 1 << 2,

    Invites = 1 << 6,

    /// <summary>Messages posted, edited, deleted.</summary>
    GuildMessages = 1 << 9,

    GuildReactions = 1 << 10,

    DirectMessages = 1 << 12,

    /// <summary>Privileged: what messages say.</summary>
    MessageContent = 1 << 15,

    AutoModerationConfiguration = 1 << 20,

    AutoModerationExecution = 1 << 21,

    /// <summary>
    /// What judging messages, members and moderators needs. A session's intents cannot be added to, and a rule may be enabled
    /// at any time: so what needs nobody's leave is always asked for.
    /// </summary>
    Moderation = Guilds | GuildMembers | GuildModeration | GuildMessages | MessageContent | AutoModerationExecution,

    /// <summary>Those that the developer portal must allow.</summary>
    Privileged = GuildMembers | MessageContent,
}
