using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Gateway;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Messages;

/// <summary>Posting, editing and deleting messages, with permissions, for the bot and for people alike. Called under the world's gate.</summary>
internal sealed class MessageBoard(WorldState world, PostingRules rules, AutoModDesk autoMod)
{
    private static readonly TimeSpan NonceWindow = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BulkDeleteAge = TimeSpan.FromDays(14);

    /// <summary>Tombstones kept per channel.</summary>
    private const int MaxDeleted = 2_000;

    /// <summary>Posts a message as a user. With an id that is taken the call is refused before anything happens.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="authorId">Who; must be allowed to send there.</param>
    /// <param name="draft">What.</param>
    /// <param name="id">The id, or null for a new one.</param>
    /// <exception cref="ApiErrorException">Not allowed, or nothing to post.</exception>
    public MessageState Post(ChannelState channel, Snowflake authorId, MessageDraft draft, Snowflake? id = null)
    {
        if (!channel.HoldsMessages)
            throw ApiErrors.NoTextChannel();
        PermissionBits permissions = rules.RequireSending(channel, authorId, draft, scheduled: id is not null);
        if (draft.IsEmpty)
            throw ApiErrors.EmptyMessage();
        if (draft.EnforceNonce && draft.Nonce is { } nonce && FindByNonce(channel, authorId, nonce) is { } earlier)
            return earlier;
        if (authorId != world.BotId && world.GuildOf(channel) is { } home && autoMod.Blocks(home, channel, authorId, draft.Content ?? "", Insert))
            throw ApiErrors.AutoModBlocked();
        (JsonObject? reference, MessageState? original) = Resolve(channel, authorId, draft.Reference);
        bool forward = draft.Reference is { IsForward: true };
        var message = new MessageState
        {
            Id = id ?? world.Ids.Next(),
            ChannelId = channel.Id,
            AuthorId = authorId,
            Type = reference is not null && !forward ? 19 : 0,
            Content = draft.Content ?? "",
            Embeds = draft.Embeds ?? [],
            Components = draft.Components ?? [],
            Attachments = AttachmentIntake.Store(world, draft),
            Flags = draft.Flags ?? 0,
            Tts = draft.Tts && permissions.HasFlag(PermissionBits.SendTtsMessages),
            Nonce = draft.Nonce,
            Reference = reference,
            Snapshots = forward && original is not null ? [MessageJson.Snapshot(world, original)] : null,
            Poll = Poll(draft.Poll),
        };
        MentionParser.Apply(world, channel, message, draft.AllowedMentions ?? AllowedMentions.Everything, permissions);
        Insert(channel, message);
        return message;
    }

    /// <summary>Puts a finished message in its channel and tells everybody.</summary>
    public void Insert(ChannelState channel, MessageState message)
    {
        if (message.EphemeralFor is not null)
        {
            world.KeepEphemeral(message);
        }
        else
        {
            channel.Insert(message);
            world.Ids.Saw(message.Id);
            if (channel.Messages.Count > world.MaxMessagesPerChannel)
                channel.Messages.RemoveAt(0);
            if (channel.Thread is { } thread)
            {
                thread.TotalMessages++;
                thread.Members.TryAdd(message.AuthorId, world.Now);
            }
        }

        Tell("MESSAGE_CREATE", channel, message);
    }

    public void Tell(string name, ChannelState channel, MessageState message) =>
        world.Publish(new WorldEvent(name, MessageJson.Event(world, message))
        {
            GuildId = channel.GuildId,
            ChannelId = channel.Id,
            Intents = channel.GuildId is null || message.EphemeralFor is not null ? GatewayIntents.DirectMessages : GatewayIntents.GuildMessages,
            CarriesContent = channel.GuildId is not null,
            Message = message,
        });

    /// <summary>Edits a message; others' messages only their flags, with MANAGE_MESSAGES.</summary>
    public MessageState Edit(ChannelState channel, Snowflake messageId, Snowflake editorId, MessageDraft draft)
    {
        MessageState message = channel.Find(messageId) ?? throw ApiErrors.UnknownMessage();
        if (message.AuthorId != editorId || message.WebhookName is not null)
        {
            bool onlyFlags = draft is { Content: null, Embeds: null, Components: null, Attachments: null, Files.Count: 0 };
            if (!onlyFlags || world.GuildOf(channel) is not { } guild)
                throw ApiErrors.NotYourMessage();
            if (!PermissionCalculator.InChannel(guild, channel, editorId, world.Now).HasFlag(PermissionBits.ManageMessages))
                throw ApiErrors.MissingPermissions();
        }

        PermissionBits permissions = world.GuildOf(channel) is { } home ? PermissionCalculator.InChannel(home, channel, editorId, world.Now) : PermissionBits.All;
        ApplyEdit(channel, message, draft, draft.AllowedMentions ?? AllowedMentions.Everything, permissions);
        return message;
    }

    /// <summary>Changes a message's body in place and tells everybody. Also for webhooks and interaction replies.</summary>
    public void ApplyEdit(ChannelState channel, MessageState message, MessageDraft draft, AllowedMentions allowed, PermissionBits permissions)
    {
        if (draft.Flags is { } flags)
        {
            const int editable = MessageJson.SuppressEmbeds | MessageJson.ComponentsV2;
            message.Flags = (message.Flags & ~MessageJson.SuppressEmbeds) | (flags & editable);
        }

        bool rewritten = draft.Content is not null || draft.Embeds is not null || draft.Components is not null || draft.Attachments is not null || draft.Files.Count > 0;
        message.Embeds = draft.Embeds ?? message.Embeds;
        message.Components = draft.Components ?? message.Components;
        if (draft.Attachments is { } kept)
            message.Attachments = [.. message.Attachments.Where(a => kept.Any(k => k.Id == a.Id))];
        message.Attachments.AddRange(AttachmentIntake.Store(world, draft));
        if (draft.Content is { } content)
        {
            message.Content = content;
            MentionParser.Apply(world, channel, message, allowed, permissions);
        }

        if (rewritten)
        {
            if ((message.Flags & MessageJson.Loading) == 0)
                message.EditedAt = world.Now;
            message.Flags &= ~MessageJson.Loading;
        }

        if (message is { Content.Length: 0, Embeds.Count: 0, Components.Count: 0, Attachments.Count: 0, Poll: null, Snapshots: null, StickerItems: null })
            throw ApiErrors.EmptyMessage();
        Tell("MESSAGE_UPDATE", channel, message);
    }

    public void Delete(ChannelState channel, Snowflake messageId, Snowflake actorId, string? reason)
    {
        MessageState message = channel.Find(messageId) ?? throw ApiErrors.UnknownMessage();
        if (message.AuthorId != actorId || message.WebhookName is not null)
            RequireManaging(channel, actorId);
        if (message.Type is (>= 1 and <= 5) or 21)
            throw ApiErrors.SystemMessage();
        Remove(channel, message, actorId, reason);
    }

    /// <summary>Takes a message away without asking for permission and leaves a tombstone.</summary>
    public void Remove(ChannelState channel, MessageState message, Snowflake actorId, string? reason)
    {
        DeletedMessageState deletion = Bury(channel, message, actorId, reason);
        var payload = new JsonObject { ["id"] = message.Id.ToString(), ["channel_id"] = channel.Id.ToString() };
        if (channel.GuildId is { } guildId && message.EphemeralFor is null)
            payload["guild_id"] = guildId.ToString();
        world.Publish(new WorldEvent("MESSAGE_DELETE", payload)
        {
            GuildId = channel.GuildId,
            ChannelId = channel.Id,
            Intents = channel.GuildId is null || message.EphemeralFor is not null ? GatewayIntents.DirectMessages : GatewayIntents.GuildMessages,
            Message = message,
            Deletions = [deletion],
        });
    }

    public void BulkDelete(ChannelState channel, IReadOnlyList<Snowflake> ids, Snowflake actorId, string? reason)
    {
        if (world.GuildOf(channel) is not { } guild)
            throw ApiErrors.NotInDirectMessages();
        RequireManaging(channel, actorId);
        DateTimeOffset oldest = world.Now - BulkDeleteAge;
        if (ids.Any(id => id.Timestamp < oldest))
            throw ApiErrors.TooOldToBulkDelete();
        MessageState[] found = [.. ids.Select(channel.Find).OfType<MessageState>()];
        if (found.Length == 0)
            return;
        DeletedMessageState[] deletions = [.. found.Select(m => Bury(channel, m, actorId, reason))];
        world.Publish(new WorldEvent("MESSAGE_DELETE_BULK", new JsonObject
        {
            ["ids"] = JsonText.Ids(found.Select(m => m.Id)),
            ["channel_id"] = channel.Id.ToString(),
            ["guild_id"] = guild.Id.ToString(),
        })
        {
            GuildId = guild.Id,
            ChannelId = channel.Id,
            Intents = GatewayIntents.GuildMessages,
            Deletions = deletions,
        });
        AuditLog.Write(world, guild, AuditAction.MessageBulkDelete, actorId, channel.Id, reason, options: AuditLog.Options(("count", found.Length.ToString())));
    }

    private DeletedMessageState Bury(ChannelState channel, MessageState message, Snowflake actorId, string? reason)
    {
        var deletion = new DeletedMessageState { Message = message, DeletedBy = actorId, DeletedAt = world.Now, Reason = reason };
        if (message.EphemeralFor is not null)
        {
            world.Ephemeral.Remove(message.Id);
            return deletion;
        }

        channel.Remove(message);
        channel.Deleted.Add(deletion);
        if (channel.Deleted.Count > MaxDeleted)
            channel.Deleted.RemoveAt(0);
        return deletion;
    }

    private void RequireManaging(ChannelState channel, Snowflake actorId)
    {
        if (world.GuildOf(channel) is not { } guild)
            throw ApiErrors.NotInDirectMessages();
        PermissionBits permissions = PermissionCalculator.InChannel(guild, channel, actorId, world.Now);
        if (!permissions.HasFlag(PermissionBits.ViewChannel))
            throw ApiErrors.MissingAccess();
        if (!permissions.HasFlag(PermissionBits.ManageMessages))
            throw ApiErrors.MissingPermissions();
    }

    private MessageState? FindByNonce(ChannelState channel, Snowflake authorId, JsonNode nonce)
    {
        DateTimeOffset since = world.Now - NonceWindow;
        return channel.Messages.FindLast(m => m.AuthorId == authorId && m.Timestamp >= since && JsonNode.DeepEquals(m.Nonce, nonce));
    }

    private (JsonObject? Reference, MessageState? Original) Resolve(ChannelState channel, Snowflake authorId, MessageReferenceDraft? draft)
    {
        if (draft is null)
            return (null, null);
        ChannelState source = draft.ChannelId is { } id && id != channel.Id ? world.Channel(id) : channel;
        if (source != channel && !draft.IsForward)
            throw ApiErrors.Form("message_reference.channel_id", "REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL", "Cannot reply to a message in a different channel");
        if (world.GuildOf(source) is { } guild && !PermissionCalculator.InChannel(guild, source, authorId, world.Now).HasFlag(PermissionBits.ViewChannel | PermissionBits.ReadMessageHistory))
            throw ApiErrors.MissingAccess();
        MessageState? original = source.Find(draft.MessageId);
        if (original is null && (draft.FailIfNotExists || draft.IsForward))
            throw ApiErrors.Form("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        if (original is null)
            return (null, null);
        return (Reference(source, original, draft.IsForward ? 1 : 0), original);
    }

    public static JsonObject Reference(ChannelState channel, MessageState original, int type)
    {
        var json = new JsonObject
        {
            ["type"] = type,
            ["channel_id"] = channel.Id.ToString(),
            ["message_id"] = original.Id.ToString(),
        };
        if (channel.GuildId is { } guildId)
            json["guild_id"] = guildId.ToString();
        return json;
    }

    public JsonObject? Poll(JsonObject? draft)
    {
        if (draft is null)
            return null;
        draft["expiry"] = JsonText.Time(world.Now.AddHours((int)draft["expiry"]!));
        return draft;
    }
}
