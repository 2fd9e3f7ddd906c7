using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.World;

/// <summary>Incoming webhooks: make, find, execute. Called under the world's gate.</summary>
internal sealed class WebhookDesk(WorldState world, MessageBoard board)
{
    private const int MaxPerChannel = 15;

    public WebhookState Create(GuildState guild, ChannelState channel, Snowflake actorId, Form form, string? reason)
    {
        if (!PermissionCalculator.InChannel(guild, channel, actorId, world.Now).HasFlag(PermissionBits.ManageWebhooks))
            throw ApiErrors.MissingPermissions();
        string? name = form.Text("name", 1, 80, required: true);
        form.Errors.ThrowIfAny();
        if (guild.Webhooks.Values.Count(w => w.ChannelId == channel.Id) >= MaxPerChannel)
            throw ApiErrors.MaxWebhooks();
        var webhook = new WebhookState
        {
            Id = world.Ids.Next(),
            ChannelId = channel.Id,
            Name = name!.Trim(),
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(51)),
            UserId = actorId,
            ApplicationId = actorId == world.BotId ? world.BotId : null,
        };
        guild.Webhooks.Add(webhook.Id, webhook);
        Tell(guild, channel.Id);
        AuditLog.Write(world, guild, AuditAction.WebhookCreate, actorId, webhook.Id, reason, [AuditLog.Change("name", null, webhook.Name)]);
        return webhook;
    }

    /// <summary>Finds by id; with a token it must be the webhook's.</summary>
    public (GuildState Guild, WebhookState Webhook) Find(Snowflake id, string? token = null)
    {
        foreach (GuildState guild in world.Guilds.Values)
        {
            if (guild.Webhooks.TryGetValue(id, out WebhookState? webhook))
                return token is null || token == webhook.Token ? (guild, webhook) : throw ApiErrors.BadWebhookToken();
        }

        throw ApiErrors.UnknownWebhook();
    }

    public WebhookState Edit(GuildState guild, WebhookState webhook, Form form)
    {
        string? name = form.Text("name", 1, 80);
        Snowflake? channelId = form.Id("channel_id");
        form.Errors.ThrowIfAny();
        webhook.Name = name ?? webhook.Name;
        if (channelId is { } id)
            webhook.ChannelId = guild.Channels.ContainsKey(id) ? id : throw ApiErrors.UnknownChannel();
        Tell(guild, webhook.ChannelId);
        return webhook;
    }

    public void Delete(GuildState guild, WebhookState webhook, Snowflake actorId, string? reason)
    {
        guild.Webhooks.Remove(webhook.Id);
        Tell(guild, webhook.ChannelId);
        AuditLog.Write(world, guild, AuditAction.WebhookDelete, actorId, webhook.Id, reason, [AuditLog.Change("name", webhook.Name, null)]);
    }

    public MessageState Execute(Snowflake id, string token, Snowflake? threadId, Form form, IReadOnlyList<UploadedFile> files)
    {
        (GuildState guild, WebhookState webhook) = Find(id, token);
        ChannelState channel = guild.Channels.GetValueOrDefault(threadId ?? webhook.ChannelId) ?? throw ApiErrors.UnknownChannel();
        MessageDraft draft = MessageForm.Read(form, files);
        if (draft.IsEmpty)
            throw ApiErrors.EmptyMessage();
        var message = new MessageState
        {
            Id = world.Ids.Next(),
            ChannelId = channel.Id,
            AuthorId = webhook.Id,
            WebhookId = webhook.Id,
            WebhookName = draft.Username ?? webhook.Name,
            ApplicationId = webhook.ApplicationId,
            Content = draft.Content ?? "",
            Embeds = draft.Embeds ?? [],
            Components = draft.Components ?? [],
            Attachments = AttachmentIntake.Store(world, draft),
            Flags = draft.Flags ?? 0,
            Tts = draft.Tts,
        };
        MentionParser.Apply(world, channel, message, draft.AllowedMentions ?? AllowedMentions.Everything, guild.Everyone.Permissions);
        board.Insert(channel, message);
        return message;
    }

    public (ChannelState Channel, MessageState Message) FindMessage(Snowflake id, string token, Snowflake messageId)
    {
        (GuildState guild, WebhookState webhook) = Find(id, token);
        foreach (ChannelState channel in guild.Channels.Values)
        {
            if (channel.Find(messageId) is { } message && message.WebhookId == webhook.Id)
                return (channel, message);
        }

        throw ApiErrors.UnknownMessage();
    }

    public MessageState EditMessage(Snowflake id, string token, Snowflake messageId, Form form, IReadOnlyList<UploadedFile> files)
    {
        (ChannelState channel, MessageState message) = FindMessage(id, token, messageId);
        MessageDraft draft = MessageForm.Read(form, files, existingFlags: message.Flags);
        board.ApplyEdit(channel, message, draft, draft.AllowedMentions ?? AllowedMentions.Everything, PermissionBits.None);
        return message;
    }

    public void DeleteMessage(Snowflake id, string token, Snowflake messageId)
    {
        (ChannelState channel, MessageState message) = FindMessage(id, token, messageId);
        board.Remove(channel, message, id, reason: null);
    }

    public JsonObject Json(GuildState guild, WebhookState webhook, bool withToken = true)
    {
        var json = new JsonObject
        {
            ["application_id"] = webhook.ApplicationId?.ToString(),
            ["avatar"] = null,
            ["channel_id"] = webhook.ChannelId.ToString(),
            ["guild_id"] = guild.Id.ToString(),
            ["id"] = webhook.Id.ToString(),
            ["name"] = webhook.Name,
            ["type"] = 1,
        };
        if (world.Users.TryGetValue(webhook.UserId, out UserState? user))
            json["user"] = UserJson.Of(user);
        if (withToken)
        {
            json["token"] = webhook.Token;
            json["url"] = new Uri(world.Address, $"/api/v10/webhooks/{webhook.Id}/{webhook.Token}").AbsoluteUri;
        }

        return json;
    }

    private void Tell(GuildState guild, Snowflake channelId) =>
        world.Publish(new WorldEvent("WEBHOOKS_UPDATE", new JsonObject { ["guild_id"] = guild.Id.ToString(), ["channel_id"] = channelId.ToString() })
        {
            GuildId = guild.Id,
            ChannelId = channelId,
            Intents = GatewayIntents.GuildWebhooks,
        });
}
