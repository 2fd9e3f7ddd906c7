using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Discord.Rest;

/// <summary>The port over Discord's REST API; each kind of call lives in its own class.</summary>
internal sealed class DiscordPlatform(MessageCalls messageCalls, MemberCalls memberCalls, HistoryReader history, CommandCalls commandCalls) : IModerationPlatform
{
    public Task<ActionOutcome> DeleteMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken) =>
        messageCalls.DeleteAsync(guild, channel, message, reason, cancellationToken);

    public Task<ActionOutcome> DeleteMessagesAsync(Snowflake guild, Snowflake channel, IReadOnlyList<Snowflake> messages, string reason, CancellationToken cancellationToken) =>
        messageCalls.DeleteManyAsync(guild, channel, messages, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken) =>
        messageCalls.PostAsync(channel, message, cancellationToken);

    public Task<ActionOutcome> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage replacement, CancellationToken cancellationToken) =>
        messageCalls.EditAsync(channel, message, replacement, cancellationToken);

    public Task<ActionOutcome> SendDirectAsync(Snowflake user, OutgoingMessage message, CancellationToken cancellationToken) =>
        messageCalls.SendDirectAsync(user, message, cancellationToken);

    public Task<ActionOutcome> TimeoutAsync(Snowflake guild, Snowflake user, DateTimeOffset? until, string reason, CancellationToken cancellationToken) =>
        memberCalls.TimeoutAsync(guild, user, until, reason, cancellationToken);

    public Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) =>
        memberCalls.KickAsync(guild, user, reason, cancellationToken);

    public Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken) =>
        memberCalls.BanAsync(guild, user, deleteMessages, reason, cancellationToken);

    public Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) =>
        memberCalls.UnbanAsync(guild, user, reason, cancellationToken);

    public Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        memberCalls.AddRoleAsync(guild, user, role, reason, cancellationToken);

    public Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        memberCalls.RemoveRoleAsync(guild, user, role, reason, cancellationToken);

    public IAsyncEnumerable<ChatMessage> ReadHistoryAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken) =>
        history.ReadAsync(guild, channel, after, limit, cancellationToken);

    public Task<ActionOutcome> RegisterCommandsAsync(IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken) =>
        commandCalls.RegisterAsync(commands, cancellationToken);
}
