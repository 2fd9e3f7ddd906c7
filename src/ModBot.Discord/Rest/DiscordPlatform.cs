using ModBot.Core.Links;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Core.Ports;

namespace ModBot.Discord.Rest;

/// <summary>The port over Discord's REST API; each kind of call lives in its own class.</summary>
internal sealed class DiscordPlatform(MessageCalls messageCalls, MemberCalls memberCalls, ChannelCalls channelCalls, WebhookCalls webhookCalls, HistoryReader history, NameCalls nameCalls, AttachmentDownload downloads, CommandCalls commandCalls) : IModerationPlatform
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

    public Task<ActionOutcome> SetNicknameAsync(Snowflake guild, Snowflake user, string? nickname, string reason, CancellationToken cancellationToken) =>
        memberCalls.SetNicknameAsync(guild, user, nickname, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, GuildMember? Member)> ReadMemberAsync(Snowflake guild, Snowflake user, CancellationToken cancellationToken) =>
        memberCalls.ReadAsync(guild, user, cancellationToken);

    public Task<(ActionOutcome Outcome, GuildChannel? Channel)> ReadChannelAsync(Snowflake guild, Snowflake channel, CancellationToken cancellationToken) =>
        channelCalls.ReadAsync(guild, channel, cancellationToken);

    public Task<(ActionOutcome Outcome, InviteTarget? Target)> ReadInviteAsync(string code, CancellationToken cancellationToken) =>
        channelCalls.ReadInviteAsync(code, cancellationToken);

    public Task<ActionOutcome> SetSlowmodeAsync(Snowflake guild, Snowflake channel, TimeSpan interval, string reason, CancellationToken cancellationToken) =>
        channelCalls.SetSlowmodeAsync(guild, channel, interval, reason, cancellationToken);

    public Task<ActionOutcome> SetOverwriteAsync(Snowflake guild, Snowflake channel, Snowflake role, ChannelOverwrite? overwrite, string reason, CancellationToken cancellationToken) =>
        channelCalls.SetOverwriteAsync(guild, channel, role, overwrite, reason, cancellationToken);

    public Task<ActionOutcome> PauseInvitesAsync(Snowflake guild, DateTimeOffset? until, string reason, CancellationToken cancellationToken) =>
        channelCalls.PauseInvitesAsync(guild, until, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, Snowflake? ThreadId)> StartThreadAsync(Snowflake guild, Snowflake channel, Snowflake? message, string name, string reason, CancellationToken cancellationToken) =>
        channelCalls.StartThreadAsync(guild, channel, message, name, reason, cancellationToken);

    public Task<ActionOutcome> SetArchivedAsync(Snowflake guild, Snowflake thread, bool archived, bool locked, string reason, CancellationToken cancellationToken) =>
        channelCalls.SetArchivedAsync(guild, thread, archived, locked, reason, cancellationToken);

    public Task<(ActionOutcome Outcome, Snowflake? MessageId)> PostAsAsync(Snowflake guild, Snowflake channel, WebhookPost post, CancellationToken cancellationToken) =>
        webhookCalls.PostAsync(guild, channel, post, cancellationToken);

    public IAsyncEnumerable<ChatMessage> ReadHistoryAsync(Snowflake guild, Snowflake channel, Snowflake after, int limit, CancellationToken cancellationToken) =>
        history.ReadAsync(guild, channel, after, limit, cancellationToken);

    public async Task<(ActionOutcome Outcome, MessagePage Page)> ReadBackAsync(Snowflake guild, Snowflake channel, Snowflake before, int limit, CancellationToken cancellationToken)
    {
        (ActionOutcome outcome, MessagePage? page) = await channelCalls.InGuildAsync(guild, channel, () => history.ReadBackAsync(guild, channel, before, limit, cancellationToken), cancellationToken);
        return (outcome, page ?? MessagePage.Empty);
    }

    public Task<(ActionOutcome Outcome, ChatMessage? Message)> ReadMessageAsync(Snowflake guild, Snowflake channel, Snowflake message, CancellationToken cancellationToken) =>
        channelCalls.InGuildAsync(guild, channel, () => history.ReadOneAsync(guild, channel, message, cancellationToken), cancellationToken);

    public Task<(ActionOutcome Outcome, IReadOnlyList<NamedId> Names)> ReadNamesAsync(Snowflake guild, CancellationToken cancellationToken) =>
        nameCalls.ReadAsync(guild, cancellationToken);

    public Task<(ActionOutcome Outcome, byte[]? Content)> DownloadAsync(CommandAttachment attachment, int longest, CancellationToken cancellationToken) =>
        downloads.ReadAsync(attachment, longest, cancellationToken);

    public Task<ActionOutcome> RegisterCommandsAsync(IReadOnlyList<CommandDefinition> commands, CancellationToken cancellationToken) =>
        commandCalls.RegisterAsync(commands, cancellationToken);
}
