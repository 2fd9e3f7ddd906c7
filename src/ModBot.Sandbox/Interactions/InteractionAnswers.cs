using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox.Interactions;

/// <summary>The bot's side of interactions: the one callback, then the original message and follow-ups. Called under the world's gate.</summary>
internal sealed class InteractionAnswers(WorldState world, InteractionDesk desk, MessageBoard board)
{
    public const int Pong = 1, Reply = 4, Deferral = 5, DeferredUpdate = 6, Update = 7, Choices = 8, Modal = 9;

    /// <summary>The callback; its answer is what <c>with_response</c> asks for.</summary>
    public JsonObject Callback(Snowflake id, string token, Form form, IReadOnlyList<UploadedFile> files)
    {
        InteractionState interaction = desk.ById(id) is { } found && found.Token == token ? found : throw ApiErrors.UnknownInteraction();
        if (interaction.ResponseType != 0)
            throw ApiErrors.AlreadyAcknowledged();
        if (interaction.Expired || world.Now - interaction.CreatedAt > InteractionDesk.AnswerWithin)
            throw ApiErrors.UnknownInteraction();
        int type = form.Int("type", required: true) ?? 0;
        form.Errors.ThrowIfAny();
        if (!Allowed(interaction, type))
            throw ApiErrors.Form("type", "BASE_TYPE_CHOICES", $"A response of type {type} does not fit an interaction of type {interaction.Type}.");
        Form data = form.Object("data", required: type is Reply or Choices or Modal) ?? new Form([], form.Errors, "data");
        form.Errors.ThrowIfAny();
        switch (type)
        {
            case Reply: AnswerWithMessage(interaction, MessageForm.Read(data, files, mayBeEphemeral: true), type); break;
            case Deferral: AnswerWithMessage(interaction, new MessageDraft { Flags = (data.Int("flags") ?? 0) & MessageJson.Ephemeral }, type); break;
            case DeferredUpdate or Update: AnswerInPlace(interaction, type, data, files); break;
            case Choices: AnswerWithChoices(interaction, data); break;
            case Modal: AnswerWithModal(interaction, data); break;
        }

        return Response(interaction);
    }

    /// <summary>The message that a token and <c>@original</c> or an id mean.</summary>
    public (InteractionState Interaction, ChannelState Channel, MessageState Message) Find(string token, string messageId)
    {
        InteractionState interaction = Alive(token);
        Snowflake id = messageId == "@original"
            ? interaction.OriginalId ?? throw ApiErrors.UnknownMessage()
            : Snowflake.TryParse(messageId, null, out Snowflake given) ? given : throw ApiErrors.UnknownMessage();
        ChannelState channel = world.Channel(interaction.ChannelId);
        MessageState message = channel.Find(id) ?? world.Ephemeral.GetValueOrDefault(id) ?? throw ApiErrors.UnknownMessage();
        return message.AuthorId == world.BotId ? (interaction, channel, message) : throw ApiErrors.UnknownMessage();
    }

    public MessageState Edit(string token, string messageId, Form form, IReadOnlyList<UploadedFile> files)
    {
        (InteractionState interaction, ChannelState channel, MessageState message) = Find(token, messageId);
        Apply(interaction, channel, message, MessageForm.Read(form, files, existingFlags: message.Flags));
        return message;
    }

    public void Delete(string token, string messageId)
    {
        (_, ChannelState channel, MessageState message) = Find(token, messageId);
        board.Remove(channel, message, world.BotId, reason: null);
    }

    public MessageState FollowUp(string token, Form form, IReadOnlyList<UploadedFile> files)
    {
        InteractionState interaction = Alive(token);
        if (interaction.ResponseType == 0)
            throw ApiErrors.UnknownWebhook();
        MessageDraft draft = MessageForm.Read(form, files, mayBeEphemeral: true);
        ChannelState channel = world.Channel(interaction.ChannelId);
        MessageState? original = interaction.OriginalId is { } id ? channel.Find(id) ?? world.Ephemeral.GetValueOrDefault(id) : null;
        if (original is not null && (original.Flags & MessageJson.Loading) != 0 && original.AuthorId == world.BotId)
        {
            Apply(interaction, channel, original, draft);
            return original;
        }

        if (draft.IsEmpty)
            throw ApiErrors.EmptyMessage();
        return Insert(interaction, channel, draft, type: original is null ? 0 : 19, original);
    }

    private InteractionState Alive(string token)
    {
        InteractionState interaction = desk.ByToken(token) ?? throw ApiErrors.BadWebhookToken();
        return world.Now - interaction.CreatedAt <= InteractionDesk.TokenLives ? interaction : throw ApiErrors.BadWebhookToken();
    }

    private static bool Allowed(InteractionState interaction, int type) => type switch
    {
        Reply or Deferral => interaction.Type != InteractionState.Autocomplete,
        DeferredUpdate or Update => interaction.Type == InteractionState.Component || (interaction.Type == InteractionState.ModalSubmit && interaction.SourceMessageId is not null),
        Choices => interaction.Type == InteractionState.Autocomplete,
        Modal => interaction.Type is InteractionState.Command or InteractionState.Component,
        _ => false,
    };

    private void AnswerWithMessage(InteractionState interaction, MessageDraft draft, int type)
    {
        if (type == Reply && draft.IsEmpty)
            throw ApiErrors.EmptyMessage();
        ChannelState channel = world.Channel(interaction.ChannelId);
        interaction.Ephemeral = ((draft.Flags ?? 0) & MessageJson.Ephemeral) != 0;
        if (type == Deferral)
            draft = draft with { Flags = draft.Flags | MessageJson.Loading };
        MessageState? source = interaction.Type == InteractionState.Command ? null : Source(interaction, channel);
        int messageType = interaction.CommandType switch { CommandForm.Chat => 20, CommandForm.User or CommandForm.Message => 23, _ => source is null ? 20 : 19 };
        MessageState message = Insert(interaction, channel, draft, messageType, source);
        interaction.OriginalId = message.Id;
        var reply = new SandboxReply(type == Reply ? SandboxReplyKind.Message : SandboxReplyKind.Deferred, MessageView.Of(world, message), null, []);
        Acknowledge(interaction, type, reply, settled: type == Reply);
    }

    private void AnswerInPlace(InteractionState interaction, int type, Form data, IReadOnlyList<UploadedFile> files)
    {
        ChannelState channel = world.Channel(interaction.ChannelId);
        MessageState message = Source(interaction, channel) ?? throw ApiErrors.UnknownMessage();
        interaction.OriginalId = message.Id;
        if (type == Update)
            board.ApplyEdit(channel, message, MessageForm.Read(data, files, existingFlags: message.Flags), AllowedMentions.UsersOnly, PermissionBits.All);
        SandboxReplyKind kind = type == Update ? SandboxReplyKind.Update : SandboxReplyKind.DeferredUpdate;
        Acknowledge(interaction, type, new SandboxReply(kind, MessageView.Of(world, message), null, []), settled: true);
    }

    private static void AnswerWithChoices(InteractionState interaction, Form data)
    {
        var choices = new List<SandboxChoice>();
        foreach (Form choice in data.Objects("choices", max: 25, required: true))
        {
            string? name = choice.Text("name", 1, 100, required: true);
            string value = choice.Body["value"]?.ToString() ?? "";
            if (!choice.Has("value"))
                choice.Errors.Required(choice.At("value"));
            if (value.Length > 100)
                choice.Errors.Add(choice.At("value"), "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
            choices.Add(new SandboxChoice(name ?? "", value));
        }

        data.Errors.ThrowIfAny();
        Acknowledge(interaction, Choices, new SandboxReply(SandboxReplyKind.Choices, null, null, choices), settled: true);
    }

    private static void AnswerWithModal(InteractionState interaction, Form data)
    {
        interaction.Modal = ModalForm.Read(data);
        var modal = new SandboxModal(interaction.Id, (string)interaction.Modal["custom_id"]!, (string)interaction.Modal["title"]!, interaction.Modal.ToJsonString());
        Acknowledge(interaction, Modal, new SandboxReply(SandboxReplyKind.Modal, null, modal, []), settled: true);
    }

    private static void Acknowledge(InteractionState interaction, int type, SandboxReply reply, bool settled)
    {
        interaction.ResponseType = type;
        interaction.Deadline?.Dispose();
        interaction.Answered.TrySetResult(reply);
        if (settled)
            interaction.Settled.TrySetResult(reply);
    }

    private MessageState? Source(InteractionState interaction, ChannelState channel) =>
        interaction.SourceMessageId is { } id ? channel.Find(id) ?? world.Ephemeral.GetValueOrDefault(id) : null;

    private MessageState Insert(InteractionState interaction, ChannelState channel, MessageDraft draft, int type, MessageState? answered)
    {
        int flags = draft.Flags ?? 0;
        var message = new MessageState
        {
            Id = world.Ids.Next(),
            ChannelId = channel.Id,
            AuthorId = world.BotId,
            ApplicationId = world.BotId,
            WebhookId = world.BotId,
            Type = type,
            Content = draft.Content ?? "",
            Embeds = draft.Embeds ?? [],
            Components = draft.Components ?? [],
            Attachments = AttachmentIntake.Store(world, draft),
            Poll = board.Poll(draft.Poll),
            Flags = flags,
            Tts = draft.Tts,
            Reference = answered is null ? null : MessageBoard.Reference(channel, answered, 0),
            InteractionMetadata = (JsonObject)interaction.Metadata.DeepClone(),
            CommandMetadata = interaction.CommandType == 0 ? null : new JsonObject
            {
                ["id"] = interaction.Id.ToString(),
                ["type"] = interaction.Type,
                ["name"] = interaction.CommandName,
                ["user"] = UserJson.Of(world.User(interaction.UserId)),
            },
            EphemeralFor = (flags & MessageJson.Ephemeral) != 0 ? interaction.UserId : null,
        };
        MentionParser.Apply(world, channel, message, draft.AllowedMentions ?? AllowedMentions.UsersOnly, BotPermissions(channel));
        board.Insert(channel, message);
        return message;
    }

    private void Apply(InteractionState interaction, ChannelState channel, MessageState message, MessageDraft draft)
    {
        board.ApplyEdit(channel, message, draft, draft.AllowedMentions ?? AllowedMentions.UsersOnly, BotPermissions(channel));
        if (message.Id == interaction.OriginalId)
            interaction.Settled.TrySetResult(new SandboxReply(SandboxReplyKind.Message, MessageView.Of(world, message), null, []));
    }

    private PermissionBits BotPermissions(ChannelState channel) =>
        world.GuildOf(channel) is { } guild ? PermissionCalculator.InChannel(guild, channel, world.BotId, world.Now) : PermissionBits.All;

    private JsonObject Response(InteractionState interaction)
    {
        var about = new JsonObject
        {
            ["id"] = interaction.Id.ToString(),
            ["type"] = interaction.Type,
            ["channel_id"] = interaction.ChannelId.ToString(),
        };
        if (interaction.GuildId is { } guildId)
            about["guild_id"] = guildId.ToString();
        var json = new JsonObject { ["interaction"] = about };
        if (interaction.OriginalId is not { } id)
            return json;
        about["response_message_id"] = id.ToString();
        about["response_message_loading"] = interaction.ResponseType == Deferral;
        about["response_message_ephemeral"] = interaction.Ephemeral;
        ChannelState channel = world.Channel(interaction.ChannelId);
        if (interaction.ResponseType is Reply or Deferral or Update && (channel.Find(id) ?? world.Ephemeral.GetValueOrDefault(id)) is { } message)
            json["resource"] = new JsonObject { ["type"] = interaction.ResponseType, ["message"] = MessageJson.Of(world, message) };
        return json;
    }
}
