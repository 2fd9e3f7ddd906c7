using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Messages;

/// <summary>Pins and reactions. Called under the world's gate.</summary>
internal sealed class MessageMarks(WorldState world, MessageBoard board)
{
    private const int MaxPins = 250, MaxReactions = 20, SystemPin = 6;

    public void Pin(ChannelState channel, Snowflake messageId, bool pinned, Snowflake actorId, string? reason)
    {
        MessageState message = channel.Find(messageId) ?? throw ApiErrors.UnknownMessage();
        if (world.GuildOf(channel) is { } guild && !PermissionCalculator.InChannel(guild, channel, actorId, world.Now).HasFlag(PermissionBits.PinMessages))
            throw ApiErrors.MissingPermissions();
        if (message.Pinned == pinned)
            return;
        if (pinned && channel.Messages.Count(m => m.Pinned) >= MaxPins)
            throw ApiErrors.MaxPins();
        message.Pinned = pinned;
        message.PinnedAt = pinned ? world.Now : null;
        channel.LastPinAt = pinned ? world.Now : channel.LastPinAt;
        board.Tell("MESSAGE_UPDATE", channel, message);
        var payload = new JsonObject { ["channel_id"] = channel.Id.ToString(), ["last_pin_timestamp"] = JsonText.Time(channel.LastPinAt) };
        if (channel.GuildId is { } guildId)
            payload["guild_id"] = guildId.ToString();
        world.Publish(new WorldEvent("CHANNEL_PINS_UPDATE", payload) { GuildId = channel.GuildId, ChannelId = channel.Id, Intents = channel.GuildId is null ? GatewayIntents.DirectMessages : GatewayIntents.Guilds });
        if (world.GuildOf(channel) is { } home)
        {
            AuditLog.Write(
                world,
                home,
                pinned ? AuditAction.MessagePin : AuditAction.MessageUnpin,
                actorId,
                message.AuthorId,
                reason,
                options: AuditLog.Options(("channel_id", channel.Id.ToString()), ("message_id", message.Id.ToString())));
        }

        if (pinned)
        {
            board.Insert(channel, new MessageState
            {
                Id = world.Ids.Next(),
                ChannelId = channel.Id,
                AuthorId = actorId,
                Type = SystemPin,
                Reference = MessageBoard.Reference(channel, message, 0),
            });
        }
    }

    public void React(ChannelState channel, Snowflake messageId, Snowflake userId, string emoji)
    {
        MessageState message = channel.Find(messageId) ?? throw ApiErrors.UnknownMessage();
        (Snowflake? id, string name) = Parse(emoji);
        ReactionState? reaction = Find(message, id, name);
        PermissionBits needed = PermissionBits.ReadMessageHistory | (reaction is null ? PermissionBits.AddReactions : PermissionBits.None);
        if (world.GuildOf(channel) is { } guild && !PermissionCalculator.InChannel(guild, channel, userId, world.Now).HasFlag(needed))
            throw ApiErrors.MissingPermissions();
        if (reaction is null)
        {
            if (message.Reactions.Count >= MaxReactions)
                throw ApiErrors.MaxReactions();
            message.Reactions.Add(reaction = new ReactionState { Name = name, EmojiId = id });
        }

        if (reaction.Users.Contains(userId))
            return;
        reaction.Users.Add(userId);
        JsonObject payload = Payload(channel, message, reaction, userId);
        payload["message_author_id"] = message.AuthorId.ToString();
        if (world.GuildOf(channel)?.Members.GetValueOrDefault(userId) is { } member)
            payload["member"] = GuildJson.Member(world, member);
        Tell("MESSAGE_REACTION_ADD", channel, message, payload);
    }

    public void Unreact(ChannelState channel, Snowflake messageId, Snowflake userId, string emoji, Snowflake actorId)
    {
        MessageState message = channel.Find(messageId) ?? throw ApiErrors.UnknownMessage();
        if (userId != actorId)
            RequireManaging(channel, actorId);
        (Snowflake? id, string name) = Parse(emoji);
        ReactionState? reaction = Find(message, id, name);
        if (reaction is null || !reaction.Users.Remove(userId))
            return;
        if (reaction.Users.Count == 0)
            message.Reactions.Remove(reaction);
        Tell("MESSAGE_REACTION_REMOVE", channel, message, Payload(channel, message, reaction, userId));
    }

    /// <summary>Removes every reaction, or those with one emoji.</summary>
    public void Clear(ChannelState channel, Snowflake messageId, string? emoji, Snowflake actorId)
    {
        MessageState message = channel.Find(messageId) ?? throw ApiErrors.UnknownMessage();
        RequireManaging(channel, actorId);
        if (emoji is null)
        {
            message.Reactions.Clear();
            Tell("MESSAGE_REACTION_REMOVE_ALL", channel, message, Place(channel, message));
            return;
        }

        (Snowflake? id, string name) = Parse(emoji);
        if (Find(message, id, name) is not { } reaction)
            return;
        message.Reactions.Remove(reaction);
        JsonObject payload = Place(channel, message);
        payload["emoji"] = MessageJson.Emoji(reaction);
        Tell("MESSAGE_REACTION_REMOVE_EMOJI", channel, message, payload);
    }

    public static ReactionState? Find(MessageState message, string emoji)
    {
        (Snowflake? id, string name) = Parse(emoji);
        return Find(message, id, name);
    }

    private static ReactionState? Find(MessageState message, Snowflake? id, string name) =>
        message.Reactions.Find(r => r.EmojiId == id && (id is not null || r.Name == name));

    /// <summary>A Unicode emoji, or <c>name:id</c>.</summary>
    private static (Snowflake? Id, string Name) Parse(string emoji)
    {
        int colon = emoji.LastIndexOf(':');
        if (colon > 0 && Snowflake.TryParse(emoji.AsSpan(colon + 1), null, out Snowflake id))
            return (id, emoji[..colon]);
        bool plausible = emoji.Length is > 0 and <= 40 && !emoji.Any(char.IsAsciiLetter) && emoji.Any(c => c > 0x7F);
        return plausible ? (null, emoji) : throw ApiErrors.UnknownEmoji();
    }

    private void RequireManaging(ChannelState channel, Snowflake actorId)
    {
        if (world.GuildOf(channel) is not { } guild)
            throw ApiErrors.NotInDirectMessages();
        if (!PermissionCalculator.InChannel(guild, channel, actorId, world.Now).HasFlag(PermissionBits.ManageMessages))
            throw ApiErrors.MissingPermissions();
    }

    private static JsonObject Place(ChannelState channel, MessageState message)
    {
        var json = new JsonObject { ["channel_id"] = channel.Id.ToString(), ["message_id"] = message.Id.ToString() };
        if (channel.GuildId is { } guildId)
            json["guild_id"] = guildId.ToString();
        return json;
    }

    private static JsonObject Payload(ChannelState channel, MessageState message, ReactionState reaction, Snowflake userId)
    {
        JsonObject json = Place(channel, message);
        json["user_id"] = userId.ToString();
        json["emoji"] = MessageJson.Emoji(reaction);
        json["burst"] = false;
        json["type"] = 0;
        return json;
    }

    private void Tell(string name, ChannelState channel, MessageState message, JsonObject payload) =>
        world.Publish(new WorldEvent(name, payload)
        {
            GuildId = channel.GuildId,
            ChannelId = channel.Id,
            Intents = channel.GuildId is null ? GatewayIntents.DirectMessageReactions : GatewayIntents.GuildMessageReactions,
            Message = message,
        });
}
