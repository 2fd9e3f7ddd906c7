using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using ModBot.Core.Messages;
using ModBot.Core.Platform;
using ModBot.Discord.Interactions;
using ModBot.Discord.Lanes;
using ModBot.Discord.Parsing;
using ModBot.Discord.Rest;
using ModBot.Discord.State;

namespace ModBot.Discord.Gateway;

/// <summary>
/// Turns a shard's dispatches into state and events. Runs on the receive loop: it parses, and the lanes do the rest.
/// </summary>
internal sealed class ShardDispatcher(
    DiscordOptions options, ShardId shard, EventLanes lanes, GuildDirectory guilds, BotAccount account, RestClient rest, TimeProvider time, ILogger logger, ulong catchUpFrom = 0) : IShardEvents
{
    private readonly MessageParser _messages = new(guilds, account);
    private readonly InteractionParser _interactions = new(guilds, account);
    private readonly GuildEvents _guildEvents = new(shard, lanes, guilds, account, catchUpFrom);
    private readonly List<Snowflake> _scratch = [];
    private string _botName = "";
    private long? _flags;
    private bool _contentSeen;
    private bool _contentMissed;

    public void Ready(ParsedReady ready)
    {
        if (ready.UserId != 0)
            account.SetUser(ready.UserId);
        if (ready.ApplicationId != 0)
            account.SetApplication(ready.ApplicationId);
        _botName = ready.BotName;
        _flags = ready.ApplicationFlags;
        _contentSeen = _contentMissed = false;
        GatewayLog.Ready(logger, shard.Number, ready.UserId, ready.Guilds.Count);
        _guildEvents.BeginSession(ready.Guilds);
        lanes.Of(0).PostEvent(new SessionReady(account.UserId, _botName, account.ApplicationId, ready.Guilds.Count, Resumed: false));
    }

    public void Resumed()
    {
        GatewayLog.Resumed(logger, shard.Number);
        lanes.Of(0).PostEvent(new SessionReady(account.UserId, _botName, account.ApplicationId, guilds.Count, Resumed: true));
    }

    public void Dispatch(ref GatewayFrame frame)
    {
        ReadOnlySpan<byte> name = frame.Event;
        if (name.SequenceEqual("MESSAGE_CREATE"u8))
            Message(ref frame.Data, isEdit: false);
        else if (name.SequenceEqual("MESSAGE_UPDATE"u8))
            Message(ref frame.Data, isEdit: true);
        else if (name.SequenceEqual("MESSAGE_DELETE"u8) || name.SequenceEqual("MESSAGE_DELETE_BULK"u8))
            Deleted(ref frame.Data);
        else if (name.SequenceEqual("INTERACTION_CREATE"u8))
            Interaction(ref frame.Data);
        else if (name.SequenceEqual("GUILD_MEMBER_ADD"u8))
            MemberAdded(ref frame.Data);
        else if (name.SequenceEqual("GUILD_MEMBER_REMOVE"u8))
            MemberRemoved(ref frame.Data);
        else if (ModerationParser.Knows(name))
            Moderated(name, ref frame.Data);
        else if (!_guildEvents.Dispatch(name, ref frame.Data) && logger.IsEnabled(LogLevel.Debug))
            GatewayLog.EventUnused(logger, shard.Number, Encoding.UTF8.GetString(name));
    }

    private void Message(ref Utf8JsonReader reader, bool isEdit)
    {
        ParsedMessage parsed = _messages.Read(ref reader, isEdit);
        if (!parsed.HasId)
            return;
        if (!isEdit)
            guilds.Find(parsed.GuildId)?.FindChannel(parsed.ChannelId)?.Note(parsed.Id);
        if (parsed.IsPartial && parsed.GuildId != 0)
            lanes.Of(parsed.GuildId).PostPartialEdit(parsed.ChannelId, parsed.Id);
        if (parsed.Message is not { } message)
            return;
        if (parsed.IsEmpty)
            NoteMissingContent(message.GuildId);
        else if (!_contentSeen && message.Content.Length > 0 && !message.Author.IsBot && !message.MentionedUsers.Contains(account.UserId))
            _contentSeen = true;
        lanes.Of(parsed.GuildId).PostMessage(message);
    }

    /// <summary>Told once a session, and only where the intent is known to be withheld and nothing proved otherwise.</summary>
    private void NoteMissingContent(Snowflake guild)
    {
        if (_contentMissed || _contentSeen || !PrivilegedIntents.WithholdContent(options.Intents, _flags))
            return;
        _contentMissed = true;
        GatewayLog.ContentMissing(logger, guild.Value);
        lanes.Of(guild.Value).PostEvent(new MessageContentMissing(guild));
    }

    private void Deleted(ref Utf8JsonReader reader)
    {
        ulong guild = 0;
        ulong channel = 0;
        List<Snowflake> ids = [];
        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("guild_id"u8))
                guild = reader.ReadId();
            else if (name.SequenceEqual("channel_id"u8))
                channel = reader.ReadId();
            else if (name.SequenceEqual("id"u8))
                ids.Add(new Snowflake(reader.ReadId()));
            else if (name.SequenceEqual("ids"u8))
                ids.AddRange(AuthorFields.ReadIds(ref reader, _scratch));
            else
                reader.Skip();
        }

        if (ids.Count > 0 && channel != 0)
            lanes.Of(guild).PostEvent(new MessagesDeleted(new Snowflake(guild), new Snowflake(channel), ids));
    }

    private void Interaction(ref Utf8JsonReader reader)
    {
        if (_interactions.Read(ref reader) is not { } parsed)
            return;
        ulong application = parsed.ApplicationId == 0 ? account.ApplicationId.Value : parsed.ApplicationId;
        var responder = new InteractionResponder(rest, parsed.Interaction, application, parsed.Token, time, parsed.FocusedKind);
        lanes.Of(parsed.Interaction.GuildId.Value).PostEvent(new InteractionReceived(parsed.Interaction, responder));
    }

    private void Moderated(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        if (ModerationParser.Read(name, ref reader) is { } happened)
            lanes.Of(happened.GuildId.Value).PostEvent(happened);
    }

    private void MemberAdded(ref Utf8JsonReader reader)
    {
        (ulong guild, AuthorFields member) = AuthorFields.ReadEvent(ref reader, _scratch);
        if (guild == 0 || member.Id == 0 || member.Id == account.UserId.Value)
            return;
        bool isModerator = PermissionMath.IsModerator(guilds.Find(guild), member.Id, member.Roles);
        lanes.Of(guild).PostEvent(new MemberJoined(new Snowflake(guild), member.Build(isModerator)));
    }

    private void MemberRemoved(ref Utf8JsonReader reader)
    {
        (ulong guild, AuthorFields member) = AuthorFields.ReadEvent(ref reader, _scratch);
        if (guild != 0 && member.Id != 0)
            lanes.Of(guild).PostEvent(new MemberLeft(new Snowflake(guild), new Snowflake(member.Id)));
    }
}
