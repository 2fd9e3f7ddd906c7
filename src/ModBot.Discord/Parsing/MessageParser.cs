using System.Text.Json;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.State;

namespace ModBot.Discord.Parsing;

/// <summary>
/// Reads messages straight from UTF-8. Not shared between threads. Missing, null and unknown fields never lose a message;
/// guild, channel and thread need not be known.
/// </summary>
internal sealed class MessageParser(GuildDirectory guilds, BotAccount account)
{
    private readonly List<Snowflake> _scratch = [];

    private AuthorFields _author;
    private ulong _id;
    private ulong _channel;
    private ulong _guild;
    private ulong _webhook;
    private int _type;
    private string? _content;
    private string? _repliedTo;
    private string? _threadName;
    private DateTimeOffset? _edited;
    private bool _everyone;
    private bool _hasAuthor;
    private IReadOnlyList<MessageEmbed> _embeds = [];
    private IReadOnlyList<MessageAttachment> _attachments = [];
    private IReadOnlyList<ForwardedMessage> _forwards = [];
    private IReadOnlyList<string> _stickers = [];
    private MessagePoll? _poll;
    private List<string>? _components;
    private Snowflake[] _users = [];
    private Snowflake[] _roles = [];

    /// <summary>Reads the message that the reader stands on.</summary>
    /// <param name="reader">Stands on the object's first token; ends on its last.</param>
    /// <param name="isEdit">The payload is an update: it may lack parts.</param>
    /// <param name="guild">The guild where the payload does not say it (REST), else 0.</param>
    /// <exception cref="JsonException">The payload is not JSON.</exception>
    public ParsedMessage Read(ref Utf8JsonReader reader, bool isEdit, ulong guild = 0)
    {
        Reset(guild);
        if (reader.EntersObject())
        {
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
                ReadProperty(ref reader, name);
        }

        _author.IsWebhook = _webhook != 0;
        bool isOwn = _author.Id != 0 && _author.Id == account.UserId.Value;
        bool isPartial = isEdit && (!_hasAuthor || _content is null);
        ChatMessage? message = isOwn || isPartial || _id == 0 || _channel == 0 ? null : Build(isEdit);
        return new ParsedMessage(message, _id, _channel, _guild, isOwn, isPartial, message is not null && IsEmpty());
    }

    private void Reset(ulong guild)
    {
        _author = default;
        _id = _channel = _webhook = 0;
        _guild = guild;
        _type = 0;
        _content = _repliedTo = _threadName = null;
        _edited = null;
        _everyone = _hasAuthor = false;
        _embeds = [];
        _attachments = [];
        _forwards = [];
        _stickers = [];
        _poll = null;
        _components = null;
        _users = _roles = [];
    }

    private void ReadProperty(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 2 when name.SequenceEqual("id"u8):
                _id = reader.ReadId();
                return;
            case 4 when name.SequenceEqual("type"u8):
                _type = reader.ReadInt32();
                return;
            case 4 when name.SequenceEqual("poll"u8):
                _poll = MessagePartParser.ReadPoll(ref reader);
                return;
            case 6 when name.SequenceEqual("author"u8):
                _hasAuthor |= reader.TokenType == JsonTokenType.StartObject;
                _author.ReadUser(ref reader);
                return;
            case 6 when name.SequenceEqual("member"u8):
                ReadMember(ref reader);
                return;
            case 6 when name.SequenceEqual("embeds"u8):
                _embeds = EmbedParser.ReadAll(ref reader);
                return;
            case 6 when name.SequenceEqual("thread"u8):
                _threadName = reader.EntersObject() ? MessagePartParser.ReadNamed(ref reader, "name"u8) : null;
                return;
            case 7 when name.SequenceEqual("content"u8):
                _content = reader.ReadText();
                return;
            case 8 when name.SequenceEqual("guild_id"u8):
                if (reader.ReadId() is var guild and not 0)
                    _guild = guild;
                return;
            case 8 when name.SequenceEqual("mentions"u8):
                _users = AuthorFields.ReadIds(ref reader, _scratch);
                return;
            case 8 when name.SequenceEqual("stickers"u8) && _stickers.Count == 0:
                _stickers = MessagePartParser.ReadNames(ref reader);
                return;
            default:
                ReadLongProperty(ref reader, name);
                return;
        }
    }

    private void ReadLongProperty(ref Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
    {
        switch (name.Length)
        {
            case 10 when name.SequenceEqual("channel_id"u8):
                _channel = reader.ReadId();
                return;
            case 10 when name.SequenceEqual("webhook_id"u8):
                _webhook = reader.ReadId();
                return;
            case 10 when name.SequenceEqual("components"u8):
                MessagePartParser.CollectComponentTexts(ref reader, ref _components);
                return;
            case 11 when name.SequenceEqual("attachments"u8):
                _attachments = MessagePartParser.ReadAttachments(ref reader);
                return;
            case 13 when name.SequenceEqual("mention_roles"u8):
                _roles = AuthorFields.ReadIds(ref reader, _scratch);
                return;
            case 13 when name.SequenceEqual("sticker_items"u8):
                _stickers = MessagePartParser.ReadNames(ref reader);
                return;
            case 16 when name.SequenceEqual("mention_everyone"u8):
                _everyone = reader.ReadFlag();
                return;
            case 16 when name.SequenceEqual("edited_timestamp"u8):
                _edited = reader.ReadTime();
                return;
            case 17 when name.SequenceEqual("message_snapshots"u8):
                _forwards = MessagePartParser.ReadForwards(ref reader);
                return;
            case 18 when name.SequenceEqual("referenced_message"u8):
                _repliedTo = reader.EntersObject() ? MessagePartParser.ReadNamed(ref reader, "content"u8) : null;
                return;
            default:
                reader.Skip();
                return;
        }
    }

    /// <summary>The membership inside a message has no user, and must not overwrite the author's if a server sends one.</summary>
    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("user"u8))
                reader.Skip();
            else
                _author.ReadMemberProperty(ref reader, name, _scratch);
        }
    }

    private ChatMessage Build(bool isEdit)
    {
        GuildState? guild = _guild == 0 ? null : guilds.Find(_guild);
        ChannelState? channel = guild?.FindChannel(_channel);
        ChannelState? parent = channel is { IsThread: true } ? guild!.FindChannel(channel.ParentId) : null;
        // The first message of a forum post has the thread's own id; the thread's name is the post's title.
        if (_id == _channel && _threadName is null && channel is { IsThread: true })
            _threadName = channel.Name;

        return new ChatMessage
        {
            Id = new Snowflake(_id),
            GuildId = new Snowflake(_guild),
            ChannelId = new Snowflake(_channel),
            ParentChannelId = channel is { IsThread: true, ParentId: not 0 } ? new Snowflake(channel.ParentId) : null,
            CategoryId = (parent ?? channel) is { IsThread: false, ParentId: not 0 } held ? new Snowflake(held.ParentId) : null,
            Author = _author.Build(IsModerator(guild, channel)),
            Content = _content ?? "",
            Type = _type,
            EditedAt = _edited,
            IsEdit = isEdit,
            Embeds = _embeds,
            Attachments = _attachments,
            Forwards = _forwards,
            StickerNames = _stickers,
            Poll = _poll,
            ThreadName = _threadName,
            ComponentTexts = _components is null ? [] : _components,
            MentionedUsers = _users,
            MentionedRoles = _roles,
            MentionsEveryone = _everyone,
            Context = ContextOf(parent ?? channel),
        };
    }

    private MessageContext ContextOf(ChannelState? channel)
    {
        MessageContext topic = channel?.Context ?? MessageContext.None;
        return string.IsNullOrEmpty(_repliedTo) ? topic : new MessageContext(topic.Topic, _repliedTo);
    }

    private bool IsModerator(GuildState? guild, ChannelState? channel)
    {
        if (guild is null || _webhook != 0)
            return false;
        GuildPermissions permissions = PermissionMath.InChannel(guild, channel, _author.Id, _author.Roles);
        return (permissions & GuildPermissions.ManageMessages) != GuildPermissions.None;
    }

    private bool IsEmpty() =>
        _type is 0 or 19 && !_author.IsBot && _webhook == 0 && string.IsNullOrEmpty(_content)
        && _embeds.Count == 0 && _attachments.Count == 0 && _forwards.Count == 0 && _stickers.Count == 0
        && _poll is null && _components is null && Array.IndexOf(_users, account.UserId) < 0;
}
