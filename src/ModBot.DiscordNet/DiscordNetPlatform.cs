using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.DiscordNet.Rest;

namespace ModBot.DiscordNet;

/// <summary>The port over Discord.Net; each kind of call lives in its own class.</summary>
internal sealed class DiscordNetPlatform(NetMessages messages, NetMembers members, NetHistory history, NetCommands commands) : IModerationPlatform
{
    public Task<ActionOutcome> DeleteMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, string reason, CancellationToken cancellationToken) =>
        messages.DeleteAsync(guild, channel, message, reason, cancellationToken);

    public Task<ActionOutcome> DeleteMessagesAsync(Snowflake guild, Snowflake channel, IReadOnlyList<Snowflake> ids, string reason, CancellationToken cancellationToken) =>
        messages.DeleteManyAsync(guild, channel, ids, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken) =>
        messages.PostAsync(channel, message, cancellationToken);

    public Task<ActionOutcome> EditAsync(Snowflake channel, Snowflake message, OutgoingMessage replacement, CancellationToken cancellationToken) =>
        messages.EditAsync(channel, message, replacement, cancellationToken);

    public Task<ActionOutcome> SendDirectAsync(Snowflake user, OutgoingMessage message, CancellationToken cancellationToken) =>
        messages.SendDirectAsync(user, message, cancellationToken);

    public Task<ActionOutcome> TimeoutAsync(Snowflake guild, Snowflake user, DateTimeOffset? until, string reason, CancellationToken cancellationToken) =>
        members.TimeoutAsync(guild, user, until, reason, cancellationToken);

    public Task<ActionOutcome> KickAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) =>
        members.KickAsync(guild, user, reason, cancellationToken);

    public Task<ActionOutcome> BanAsync(Snowflake guild, Snowflake user, TimeSpan deleteMessages, string reason, CancellationToken cancellationToken) =>
        members.BanAsync(guild, user, deleteMessages, reason, cancellationToken);

    public Task<ActionOutcome> UnbanAsync(Snowflake guild, Snowflake user, string reason, CancellationToken cancellationToken) =>
        members.UnbanAsync(guild, user, reason, cancellationToken);

    public Task<ActionOutcome> AddRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        members.AddRoleAsync(guild, user, role, reason, cancellationToken);

    public Task<ActionOutcome> RemoveRoleAsync(Snowflake guild, Snowflake user, Snowflake role, string reason, CancellationToken cancellationToken) =>
        members.RemoveRoleAsync(guild, user, role, reason, cancellationToken);

    public IAsyncEnumerable<ChatMessage> ReadHistoryAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken) =>
        history.ReadAsync(guild, channel, after, limit, cancellationToken);

    public Task<ActionOutcome> RegisterCommandsAsync(IReadOnlyList<CommandDefinition> wanted, CancellationToken cancellationToken) =>
        commands.RegisterAsync(wanted, cancellationToken);
}
