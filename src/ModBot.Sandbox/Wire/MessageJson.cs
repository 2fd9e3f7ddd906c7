using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Wire;

/// <summary>Messages as the API and the gateway give them.</summary>
internal static class MessageJson
{
    /// <summary>SUPPRESS_EMBEDS 4, HAS_THREAD 32, EPHEMERAL 64, LOADING 128, SUPPRESS_NOTIFICATIONS 4096, IS_COMPONENTS_V2 32768.</summary>
    public const int SuppressEmbeds = 4, HasThread = 32, Ephemeral = 64, Loading = 128, Silent = 4096, VoiceMessage = 8192, ComponentsV2 = 32768;

    /// <param name="world">The world.</param>
    /// <param name="message">The message.</param>
    /// <param name="withReference">False for the copy inside another message's referenced_message.</param>
    public static JsonObject Of(WorldState world, MessageState message, bool withReference = true)
    {
        JsonObject json = Core(world, message);
        json["id"] = message.Id.ToString();
        json["channel_id"] = message.ChannelId.ToString();
        json["author"] = message.WebhookName is null ? UserJson.Of(Author(world, message.AuthorId)) : UserJson.OfWebhook(message);
        json["pinned"] = message.Pinned;
        json["mention_everyone"] = message.MentionEveryone;
        json["tts"] = message.Tts;
        Add(json, "webhook_id", message.WebhookId?.ToString());
        Add(json, "application_id", message.ApplicationId?.ToString());
        Add(json, "nonce", message.Nonce?.DeepClone());
        Add(json, "interaction_metadata", message.InteractionMetadata?.DeepClone());
        Add(json, "interaction", message.CommandMetadata?.DeepClone());
        Add(json, "message_snapshots", message.Snapshots?.DeepClone());
        Add(json, "message_reference", message.Reference?.DeepClone());
        Add(json, "poll", message.Poll?.DeepClone());
        if (message.Reactions.Count > 0)
            json["reactions"] = JsonText.Array(message.Reactions.Select(r => Reaction(world, r)));
        if (message.ThreadId is { } threadId && world.FindChannel(threadId) is { } thread)
            json["thread"] = ChannelJson.Of(world, thread);
        if (withReference && IsReply(message))
            json["referenced_message"] = Referenced(world, message) is { } original ? Of(world, original, withReference: false) : null;
        return json;
    }

    /// <summary>The payload of MESSAGE_CREATE and MESSAGE_UPDATE.</summary>
    public static JsonObject Event(WorldState world, MessageState message)
    {
        JsonObject json = Of(world, message);
        ChannelState? channel = world.FindChannel(message.ChannelId);
        if (channel is null)
            return json;
        json["channel_type"] = (int)channel.Type;
        if (message.EphemeralFor is not null || world.GuildOf(channel) is not { } guild)
            return json;
        json["guild_id"] = guild.Id.ToString();
        if (message.WebhookId is null && guild.Members.TryGetValue(message.AuthorId, out MemberState? member))
            json["member"] = GuildJson.MemberWithoutUser(member);
        if (json["mentions"] is JsonArray mentions)
        {
            foreach (JsonNode? mention in mentions)
            {
                if (guild.Members.TryGetValue(Snowflake.Parse((string)mention!["id"]!), out MemberState? mentioned))
                    mention["member"] = GuildJson.MemberWithoutUser(mentioned);
            }
        }

        return json;
    }

    /// <summary>The copy that a forward carries.</summary>
    public static JsonObject Snapshot(WorldState world, MessageState message) => new() { ["message"] = Core(world, message) };

    /// <summary>Empties what a bot without the message content intent does not get to see.</summary>
    public static void StripContent(JsonObject message, Snowflake botId)
    {
        if (message["referenced_message"] is JsonObject referenced)
            StripContent(referenced, botId);
        string bot = botId.ToString();
        bool own = (string?)message["author"]?["id"] == bot;
        bool mentioned = message["mentions"] is JsonArray mentions && mentions.Any(m => (string?)m?["id"] == bot);
        if (own || mentioned)
            return;
        Empty(message);
        if (message["message_snapshots"] is JsonArray snapshots)
        {
            foreach (JsonNode? snapshot in snapshots)
            {
                if (snapshot?["message"] is JsonObject copy)
                    Empty(copy);
            }
        }
    }

    private static void Empty(JsonObject message)
    {
        message["content"] = "";
        message["embeds"] = new JsonArray();
        message["attachments"] = new JsonArray();
        message["components"] = new JsonArray();
        message.Remove("poll");
    }

    private static JsonObject Core(WorldState world, MessageState message)
    {
        var json = new JsonObject
        {
            ["type"] = message.Type,
            ["content"] = message.Content,
            ["mentions"] = JsonText.Array(message.Mentions.Where(world.Users.ContainsKey).Select(id => UserJson.Of(world.Users[id]))),
            ["mention_roles"] = JsonText.Ids(message.MentionRoles),
            ["attachments"] = JsonText.Array(message.Attachments.Select(a => Attachment(world, message.ChannelId, a, message.EphemeralFor is not null))),
            ["embeds"] = (message.Flags & SuppressEmbeds) != 0 ? new JsonArray() : message.Embeds.DeepClone(),
            ["timestamp"] = JsonText.Time(message.Timestamp),
            ["edited_timestamp"] = JsonText.Time(message.EditedAt),
            ["flags"] = message.Flags,
            ["components"] = message.Components.DeepClone(),
        };
        Add(json, "sticker_items", message.StickerItems?.DeepClone());
        return json;
    }

    private static UserState Author(WorldState world, Snowflake id) => world.Users.GetValueOrDefault(id) ?? GuildJson.Unseen(id);

    private static bool IsReply(MessageState message) => message.Type is 19 or 23 || (message.Reference is not null && (int?)message.Reference["type"] is null or 0);

    private static MessageState? Referenced(WorldState world, MessageState message) =>
        message.Reference is { } reference
        && Snowflake.TryParse((string?)reference["message_id"], null, out Snowflake id)
        && Snowflake.TryParse((string?)reference["channel_id"], null, out Snowflake channelId)
            ? world.FindChannel(channelId)?.Find(id)
            : null;

    public static JsonObject Attachment(WorldState world, Snowflake channelId, AttachmentState attachment, bool isEphemeral)
    {
        string url = new Uri(world.Address, $"/attachments/{channelId}/{attachment.Id}/{Uri.EscapeDataString(attachment.FileName)}").AbsoluteUri;
        var json = new JsonObject
        {
            ["id"] = attachment.Id.ToString(),
            ["filename"] = attachment.FileName,
            ["size"] = attachment.Size,
            ["url"] = url,
            ["proxy_url"] = url,
        };
        Add(json, "description", attachment.Description);
        Add(json, "content_type", attachment.ContentType);
        if (attachment.Spoiler)
            json["flags"] = 8;
        if (isEphemeral)
            json["ephemeral"] = true;
        return json;
    }

    private static JsonObject Reaction(WorldState world, ReactionState reaction) => new()
    {
        ["emoji"] = Emoji(reaction),
        ["count"] = reaction.Users.Count,
        ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = reaction.Users.Count },
        ["burst_colors"] = new JsonArray(),
        ["me_burst"] = false,
        ["me"] = reaction.Users.Contains(world.BotId),
    };

    public static JsonObject Emoji(ReactionState reaction) => new() { ["id"] = reaction.EmojiId?.ToString(), ["name"] = reaction.Name };

    private static void Add(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
            json[name] = value;
    }
}
