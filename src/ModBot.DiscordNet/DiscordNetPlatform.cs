using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;
using ModBot.Discord.Rest;
using ModBot.DiscordNet.Rest;

namespace ModBot.DiscordNet;

/// <summary>The port over Discord.Net; each kind of call lives in its own class.</summary>
internal sealed class DiscordNetPlatform(NetMessages messages, NetMembers members, NetChannels channels, NetWebhooks webhooks, NetHistory history, NetNames names, AttachmentDownload downloads, NetCommands commands) : IModerationPlatform
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

    public Task<ActionOutcome> SetNicknameAsync(Snowflake guild, Snowflake user, string? nickname, string reason, CancellationToken cancellationToken) =>
        members.SetNicknameAsync(guild, user, nickname, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, GuildMember? Member)> ReadMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken) =>
        members.ReadAsync(guild, user, cancellationToken);

    public Task<(ActionOutcome Outcome, GuildChannel? Channel)> ReadChannelAsync(Snowflake guild, Snowflake channel, CancellationToken cancellationToken) =>
        channels.ReadAsync(guild, channel, cancellationToken);

    public Task<(ActionOutcome Outcome, InviteTarget? Target)> ReadInviteAsync(string code, CancellationToken cancellationToken) =>
        channels.ReadInviteAsync(code, cancellationToken);

    public Task<ActionOutcome> SetSlowmodeAsync(Snowflake guild, Snowflake channel, TimeSpan interval, string reason, CancellationToken cancellationToken) =>
        channels.SetSlowmodeAsync(guild, channel, interval, reason, cancellationToken);

    public Task<ActionOutcome> SetOverwriteAsync(Snowflake guild, Snowflake channel, Snowflake role, ChannelOverwrite? overwrite, string reason, CancellationToken cancellationToken) =>
        channels.SetOverwriteAsync(guild, channel, role, overwrite, reason, cancellationToken);

    public Task<ActionOutcome> PauseInvitesAsync(Snowflake guild, DateTimeOffset? until, string reason, CancellationToken cancellationToken) =>
        channels.PauseInvitesAsync(guild, until, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, Snowflake? ThreadId)> StartThreadAsync(Snowflake guild, Snowflake channel, Snowflake? message, string name, string reason, CancellationToken cancellationToken) =>
        channels.StartThreadAsync(guild, channel, message, name, reason, cancellationToken);

    public Task<ActionOutcome> SetArchivedAsync(Snowflake guild, Snowflake thread, bool archived, bool locked, string reason, CancellationToken cancellationToken) =>
        channels.SetArchivedAsync(guild, thread, archived, locked, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsAsync(Snowflake guild, Snowflake channel, WebhookPost post, CancellationToken cancellationToken) =>
        webhooks.PostAsync(guild, channel, post, cancellationToken);

    public IAsyncEnumerable<ChatMessage> ReadHistoryAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken) =>
        history.ReadAsync(guild, channel, after, limit, cancellationToken);

    public Task<(ActionOutcome Outcome, MessagePage Page)> ReadBackAsync(Snowflake guild, Snowflake channel, Snowflake before, int limit, CancellationToken cancellationToken) =>
        history.ReadBackAsync(guild, channel, before, limit, cancellationToken);

    public Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        history.ReadInGuildAsync(guild, channel, message, cancellationToken);

    public Task<(ActionOutcome Outcome, IReadOnlyList<NamedId> Names)> ReadNamesAsync(Snowflake guild, CancellationToken cancellationToken) =>
        names.ReadAsync(guild, cancellationToken);

    public Task<(ActionOutcome Outcome, byte[]? Content)> DownloadAsync(CommandAttachment attachment, int longest, CancellationToken cancellationToken) =>
        downloads.ReadAsync(attachment, longest, cancellationToken);

    public Task<ActionOutcome> RegisterCommandsAsync(IReadOnlyList<CommandDefinition> wanted, CancellationToken cancellationToken) =>
        commands.RegisterAsync(wanted, cancellationToken);
}
