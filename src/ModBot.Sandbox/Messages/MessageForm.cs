using System.Text.Json;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;

namespace ModBot.Sandbox.Messages;

/// <summary>Reads and validates the body of a message: create, edit, webhook, interaction reply.</summary>
internal static class MessageForm
{
    public const int MaxContent = 2_000;

    private const int Settable = MessageJson.SuppressEmbeds | MessageJson.Silent | MessageJson.VoiceMessage | MessageJson.ComponentsV2;

    /// <param name="form">The body.</param>
    /// <param name="files">Its uploads.</param>
    /// <param name="mayBeEphemeral">Whether the flag EPHEMERAL is allowed (interaction replies).</param>
    /// <param name="existingFlags">The flags of the message that is edited.</param>
    /// <exception cref="ApiErrorException">50035 with every fault of the body.</exception>
    public static MessageDraft Read(Form form, IReadOnlyList<UploadedFile> files, bool mayBeEphemeral = false, int existingFlags = 0)
    {
        int? flags = form.Int("flags", 0);
        bool v2 = ((flags ?? 0 | existingFlags) & MessageJson.ComponentsV2) != 0;
        var draft = new MessageDraft
        {
            Content = form.Has("content") ? form.Text("content", max: MaxContent)?.Trim() ?? "" : null,
            Embeds = EmbedForm.Read(form),
            Components = ComponentForm.Read(form, v2),
            Flags = flags & (Settable | (mayBeEphemeral ? MessageJson.Ephemeral : 0)),
            Tts = form.Bool("tts") ?? false,
            Nonce = Nonce(form),
            EnforceNonce = form.Bool("enforce_nonce") ?? false,
            AllowedMentions = AllowedMentions.Read(form),
            Reference = Reference(form),
            Poll = PollForm.Read(form),
            StickerIds = form.Ids("sticker_ids", max: 3) ?? [],
            Attachments = Attachments(form),
            Files = files,
            Username = form.Text("username", 1, 80),
        };
        if (v2)
        {
            Refuse(form, "content", !string.IsNullOrEmpty(draft.Content));
            Refuse(form, "embeds", draft.Embeds is { Count: > 0 });
            Refuse(form, "poll", draft.Poll is not null);
            Refuse(form, "sticker_ids", draft.StickerIds.Count > 0);
        }

        form.Errors.ThrowIfAny();
        return draft;
    }

    private static void Refuse(Form form, string name, bool present)
    {
        if (present)
            form.Errors.Add(form.At(name), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", $"The '{name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
    }

    private static JsonNode? Nonce(Form form)
    {
        if (form.Body["nonce"] is not { } nonce)
            return null;
        if (nonce.GetValueKind() == JsonValueKind.Number && nonce.AsValue().TryGetValue(out long _))
            return nonce.DeepClone();
        return form.Text("nonce", max: 25) is { } text ? JsonValue.Create(text) : null;
    }

    private static MessageReferenceDraft? Reference(Form form)
    {
        if (form.Object("message_reference") is not { } reference)
            return null;
        bool forward = reference.Choice("type", 0, 1) == 1;
        Snowflake? channelId = reference.Id("channel_id", required: forward);
        return reference.Id("message_id", required: true) is { } id
            ? new MessageReferenceDraft(id, channelId, reference.Bool("fail_if_not_exists") ?? true, forward)
            : null;
    }

    private static List<AttachmentDraft>? Attachments(Form form)
    {
        if (!form.Has("attachments"))
            return null;
        var drafts = new List<AttachmentDraft>();
        foreach (Form attachment in form.Objects("attachments", max: 10))
        {
            if (attachment.Id("id", required: true) is { } id)
                drafts.Add(new AttachmentDraft(id, attachment.Text("filename", 1, 1_024), attachment.Text("description", max: 1_024), attachment.Bool("is_spoiler") ?? false));
        }

        return drafts;
    }
}
