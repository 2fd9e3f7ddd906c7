using ModBot.Core.Messages;

namespace ModBot.Core.Platform;

/// <summary>Something that happened on the platform. Events of one guild arrive in order; any may arrive twice.</summary>
public abstract record PlatformEvent
{
    /// <summary>0 where the event belongs to no guild.</summary>
    public abstract Snowflake GuildId { get; }
}

/// <summary>A session began or was resumed.</summary>
public sealed record SessionReady(Snowflake BotUserId, string BotName, Snowflake ApplicationId, int GuildCount, bool Resumed) : PlatformEvent
{
    public override Snowflake GuildId => default;
}

/// <summary>A message was posted or edited (<see cref="ChatMessage.IsEdit"/>).</summary>
public sealed record MessageReceived(ChatMessage Message) : PlatformEvent
{
    public override Snowflake GuildId => Message.GuildId;
}

/// <summary>Messages are gone, whoever removed them.</summary>
public sealed record MessagesDeleted(Snowflake Guild, Snowflake ChannelId, IReadOnlyList<Snowflake> MessageIds) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A guild became available: at the session's start, after an outage, or because the bot joined; also whenever its channels or roles changed.</summary>
public sealed record GuildAvailable(GuildSummary Guild) : PlatformEvent
{
    public override Snowflake GuildId => Guild.Id;
}

/// <summary>The bot is no longer in the guild (an outage is not told).</summary>
public sealed record GuildLeft(Snowflake Guild) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A member joined.</summary>
public sealed record MemberJoined(Snowflake Guild, MessageAuthor Member) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A member left, was kicked, or was banned.</summary>
public sealed record MemberLeft(Snowflake Guild, Snowflake UserId) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>Somebody used a command, a component or a form.</summary>
public sealed record InteractionReceived(Interaction Interaction, IInteractionResponder Responder) : PlatformEvent
{
    public override Snowflake GuildId => Interaction.GuildId;
}

/// <summary>The platform withholds message content: the privileged intent is not enabled. Told once per session.</summary>
public sealed record MessageContentMissing(Snowflake Guild) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}
