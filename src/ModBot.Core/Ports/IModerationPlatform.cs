using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;

namespace ModBot.Core.Ports;

/// <summary>
/// What ModBot can do on the platform. No call throws for what the platform answers: the outcome says it. Calls wait for
/// rate limits, retry what may pass, and check the bot's own permissions before they are sent. Reasons go to the
/// platform's audit log, at most 512 characters.
/// </summary>
public interface IModerationPlatform
{
    /// <summary>Deletes a message; one that is gone already is done.</summary>
    Task<ActionOutcome> DeleteMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken);

    /// <summary>Deletes any number of messages of one channel, whatever their age, in as few calls as the platform allows.</summary>
    Task<ActionOutcome> DeleteMessagesAsync(Snowflake guild, Snowflake channel, IReadOnlyList<Snowflake> messages, string reason, CancellationToken cancellationToken);

    /// <summary>Posts a message; the id is null unless done.</summary>
    Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Replaces a message of the bot's own.</summary>
    Task<ActionOutcome> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage replacement, CancellationToken cancellationToken);

    /// <summary>Sends a direct message. A member who takes none gives <see cref="OutcomeKind.Forbidden"/>.</summary>
    Task<ActionOutcome> SendDirectAsync(Snowflake user, OutgoingMessage message, CancellationToken cancellationToken);

    /// <summary>Times a member out until then, at most 28 days ahead (longer is cut), or lifts it with null.</summary>
    Task<ActionOutcome> TimeoutAsync(Snowflake guild, Snowflake user, DateTimeOffset? until, string reason, CancellationToken cancellationToken);

    /// <summary>Removes a member; one who left already is done.</summary>
    Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken);

    /// <summary>Bans a user and deletes their messages of that last span (0 to 7 days).</summary>
    Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken);

    /// <summary>Lifts a ban; none is done.</summary>
    Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken);

    Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken);

    Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken);

    /// <summary>Sets a member's nickname, at most 32 characters; null takes it away.</summary>
    Task<ActionOutcome> SetNicknameAsync(Snowflake guild, Snowflake user, string? nickname, string reason, CancellationToken cancellationToken);

    /// <summary>Asks for a member; <see cref="OutcomeKind.NotFound"/> where the user is none. Never from a cache.</summary>
    Task<(ActionOutcome Outcome, GuildMember? Member)> ReadMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken);

    /// <summary>Asks for a channel or thread. Never from a cache.</summary>
    Task<(ActionOutcome Outcome, GuildChannel? Channel)> ReadChannelAsync(Snowflake guild, Snowflake channel, CancellationToken cancellationToken);

    /// <summary>Asks where an invite leads; <see cref="OutcomeKind.NotFound"/> where it leads nowhere. Never from a cache.</summary>
    /// <param name="code">A code or vanity name in its own case, 1..64 characters.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<(ActionOutcome Outcome, InviteTarget? Target)> ReadInviteAsync(string code, CancellationToken cancellationToken);

    /// <summary>Sets the time that a member waits between two messages, 0 to 6 hours.</summary>
    Task<ActionOutcome> SetSlowmodeAsync(Snowflake guild, Snowflake channel, TimeSpan interval, string reason, CancellationToken cancellationToken);

    /// <summary>Sets a channel's exception for a role, or removes it with null; everyone's role has the guild's id. Not for threads.</summary>
    Task<ActionOutcome> SetOverwriteAsync(Snowflake guild, Snowflake channel, Snowflake role, ChannelOverwrite? overwrite, string reason, CancellationToken cancellationToken);

    /// <summary>Stops the guild's invites until then, at most 24 hours ahead (longer is cut), or opens them again with null. The platform ends it by itself.</summary>
    Task<ActionOutcome> PauseInvitesAsync(Snowflake guild, DateTimeOffset? until, string reason, CancellationToken cancellationToken);

    /// <summary>Starts a thread of 1..100 characters on a message, or in the channel with null; the id is null unless done.</summary>
    Task<(ActionOutcome Outcome, Snowflake? ThreadId)> StartThreadAsync(Snowflake guild, Snowflake channel, Snowflake? message, string name, string reason, CancellationToken cancellationToken);

    /// <summary>Archives a thread or opens it again; a locked one is opened by moderators only.</summary>
    Task<ActionOutcome> SetArchivedAsync(Snowflake guild, Snowflake thread, bool archived, bool locked, string reason, CancellationToken cancellationToken);

    /// <summary>Posts under somebody else's name through a webhook of the bot's own, which is made where the channel has none; the id is null unless done.</summary>
    Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsAsync(Snowflake guild, Snowflake channel, WebhookPost post, CancellationToken cancellationToken);

    /// <summary>Reads a channel's messages newer than <paramref name="after"/>, oldest first, at most <paramref name="limit"/> (1..10,000).</summary>
    IAsyncEnumerable<ChatMessage> ReadHistoryAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken);

    /// <summary>Reads up to <paramref name="limit"/> (1..100) messages of a channel of the guild that are older than <paramref name="before"/>, with their authors' membership.</summary>
    Task<(ActionOutcome Outcome, MessagePage Page)> ReadBackAsync(Snowflake guild, Snowflake channel, Snowflake before, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Reads one message of the guild with its author's membership; <see cref="OutcomeKind.NotFound"/> where the channel is not the
    /// guild's. Null where it is not done, and for the bot's own.
    /// </summary>
    Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken);

    /// <summary>The names of the guild's roles and of its channels of every kind, threads left out; empty unless done.</summary>
    Task<(ActionOutcome Outcome, IReadOnlyList<NamedId> Names)> ReadNamesAsync(Snowflake guild, CancellationToken cancellationToken);

    /// <summary>
    /// Fetches a file that was given to a command, from the platform's own hosts only and without following redirects;
    /// <see cref="OutcomeKind.Rejected"/> for other addresses and for files of more than <paramref name="longest"/> bytes.
    /// </summary>
    Task<(ActionOutcome Outcome, byte[]? Content)> DownloadAsync(CommandAttachment attachment, int longest, CancellationToken cancellationToken);

    /// <summary>Makes the registered commands equal to these; writes only where they differ.</summary>
    Task<ActionOutcome> RegisterCommandsAsync(IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken);
}
