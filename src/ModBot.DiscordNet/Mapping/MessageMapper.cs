using Discord;
using Discord.WebSocket;
using ModBot.Core.Messages;
using ModBot.Discord.Rest;
using ModBot.Discord.State;
using ModBot.DiscordNet.Gateway;
using ModBot.DiscordNet.Rest;

namespace ModBot.DiscordNet.Mapping;

/// <summary>Turns Discord.Net's messages into Core's, all surfaces included.</summary>
internal sealed class MessageMapper(GuildDirectory guilds)
{
    /// <summary>Maps a message of the gateway or of REST.</summary>
    /// <param name="message">The message.</param>
    /// <param name="guild">Its guild, 0 for none.</param>
    /// <param name="facts">What Discord.Net left out of it; null where nothing is known.</param>
    /// <param name="membership">The author's membership; null where only the message can tell.</param>
    /// <param name="isEdit">It came as an edit.</param>
    public ChatMessage Map(IMessage message, Snowflake guild, MessageFacts? facts, Membership? membership, bool isEdit)
    {
        GuildState? state = guild.Value == 0 ? null : guilds.Find(guild.Value);
        ChannelState? channel = state?.FindChannel(message.Channel.Id);
        ChannelState? parent = channel is { IsThread: true } ? state!.FindChannel(channel.ParentId) : null;
        var written = message as IUserMessage;
        string? threadName = message.Thread?.Name;
        // The first message of a forum post has the thread's own id; the thread's name is the post's title.
        if (message.Id == message.Channel.Id && threadName is null && channel is { IsThread: true })
            threadName = channel.Name;
        return new ChatMessage
        {
            Id = new Snowflake(message.Id),
            GuildId = guild,
            ChannelId = new Snowflake(message.Channel.Id),
            ParentChannelId = channel is { IsThread: true, ParentId: not 0 } ? new Snowflake(channel.ParentId) : null,
            CategoryId = (parent ?? channel) is { IsThread: false, ParentId: not 0 } held ? new Snowflake(held.ParentId) : null,
            Author = MapAuthor(message, state, channel, facts, membership),
            Content = message.Content ?? "",
            Type = (int)message.Type,
            EditedAt = message.EditedTimestamp,
            IsEdit = isEdit,
            Embeds = [.. message.Embeds.Select(EmbedMapper.Map)],
            Attachments = [.. message.Attachments.Select(MapAttachment)],
            Forwards = written?.ForwardedMessages is { Count: > 0 } forwards ? [.. forwards.Select(MapForward)] : [],
            StickerNames = [.. message.Stickers.Select(sticker => sticker.Name)],
            Poll = written?.Poll is { } poll ? new MessagePoll(poll.Question.Text ?? "", [.. poll.Answers.Select(answer => answer.PollMedia.Text ?? "")]) : null,
            ThreadName = threadName,
            ComponentTexts = facts?.ComponentTexts ?? [],
            MentionedUsers = [.. message.MentionedUserIds.Distinct().Select(id => new Snowflake(id))],
            MentionedRoles = [.. message.MentionedRoleIds.Distinct().Select(id => new Snowflake(id))],
            MentionsEveryone = message.MentionedEveryone,
            Context = ContextOf(parent ?? channel, written?.ReferencedMessage?.Content),
        };
    }

    /// <summary>An ordinary person's message that carries nothing to see.</summary>
    public static bool IsEmpty(ChatMessage message, Snowflake bot) =>
        message.Type is 0 or 19 && !message.Author.IsBot && !message.Author.IsWebhook && message.Content.Length == 0
        && message.Embeds.Count == 0 && message.Attachments.Count == 0 && message.Forwards.Count == 0 && message.StickerNames.Count == 0
        && message.Poll is null && message.ComponentTexts.Count == 0 && !message.MentionedUsers.Contains(bot);

    private static MessageAuthor MapAuthor(IMessage message, GuildState? guild, ChannelState? channel, MessageFacts? facts, Membership? membership)
    {
        // The message's own payload is the truth; what Discord.Net cached may be older.
        Membership? known = facts is { HasMember: true }
            ? new Membership(facts.RoleIds, facts.JoinedAt, facts.Nickname)
            : membership ?? (message.Author is SocketGuildUser { JoinedAt: not null } cached ? MembershipReader.Of(cached) : null);
        return AuthorMapper.Map(message.Author, known, !message.Author.IsWebhook && AuthorMapper.IsModerator(guild, channel, message.Author.Id, known));
    }

    private static MessageAttachment MapAttachment(IAttachment attachment) =>
        new(attachment.Filename ?? "", attachment.Description, attachment.ContentType, attachment.Size);

    private static ForwardedMessage MapForward(MessageSnapshot snapshot) =>
        new(snapshot.Message.Content ?? "", [.. snapshot.Message.Embeds.Select(EmbedMapper.Map)], [.. snapshot.Message.Attachments.Select(MapAttachment)]);

    private static MessageContext ContextOf(ChannelState? channel, string? repliedTo) =>
        channel?.Topic is null && string.IsNullOrEmpty(repliedTo)
            ? MessageContext.None
            : new MessageContext(channel?.Topic, string.IsNullOrEmpty(repliedTo) ? null : repliedTo);
}
