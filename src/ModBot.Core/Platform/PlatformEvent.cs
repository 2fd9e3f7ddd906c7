using ModBot.Core.Messages;
using ModBot.Core.Occurrences;

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

/// <summary>A member's names, roles, avatar or timeout changed, or something else about them; only the new values are told.</summary>
public sealed record MemberUpdated(Snowflake Guild, MessageAuthor Member) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A user was banned, whoever did it. Where the bot may read the audit log, <see cref="AuditEntryWritten"/> says more.</summary>
public sealed record UserBanned(Snowflake Guild, MessageAuthor User) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A ban was lifted.</summary>
public sealed record UserUnbanned(Snowflake Guild, MessageAuthor User) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A thread was opened, renamed, archived, reopened or deleted.</summary>
/// <param name="Guild">Where.</param>
/// <param name="Thread">The thread as it is now, or was last.</param>
/// <param name="Change">One of <see cref="OccurrenceKinds.Threads"/>.</param>
/// <param name="At">When, where the platform says it.</param>
public sealed record ThreadChanged(Snowflake Guild, ThreadSummary Thread, OccurrenceKinds Change, DateTimeOffset? At) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A moderator, or a bot, did something to a member, as the audit log has it.</summary>
public sealed record AuditEntryWritten(Snowflake Guild, AuditEntry Entry) : PlatformEvent
{
    public override Snowflake GuildId => Guild;
}

/// <summary>A rule of Discord's AutoMod caught something. Told once for each action of that rule.</summary>
public sealed record AutoModTriggered(Snowflake Guild, AutoModTrigger Trigger) : PlatformEvent
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
