using System.Text;
using System.Text.Json.Nodes;
using ModBot.Core.Messages;
using ModBot.Sandbox.Messages;
using ModBot.Sandbox.Permissions;
using ModBot.Sandbox.Rest;
using ModBot.Sandbox.Wire;
using ModBot.Sandbox.World;

namespace ModBot.Sandbox;

/// <content>Messages.</content>
public sealed partial class SandboxWorld
{
    /// <summary>The most characters that a person may post (Discord's limit with a subscription).</summary>
    public const int MaxContent = 4_000;

    /// <summary>Posts as a user. An id that is taken, or was, makes this a no-op that says so.</summary>
    /// <param name="channelId">Where.</param>
    /// <param name="userId">Who.</param>
    /// <param name="content">At most <see cref="MaxContent"/> characters; trimmed, as Discord does.</param>
    /// <param name="options">Id, reply, files and more.</param>
    /// <exception cref="SandboxRefusedException">The user may not post there, or there is nothing to post.</exception>
    public SandboxPost PostMessage(Snowflake channelId, Snowflake userId, string content, SandboxMessageOptions? options = null)
    {
        options ??= new SandboxMessageOptions();
        return Do(() =>
        {
            ChannelState channel = _world.Channel(channelId);
            if (options.Id is { } id && Existing(channel, id) is { } existing)
                return existing;
            MessageDraft draft = Draft(content, options);
            return new SandboxPost(SandboxPostOutcome.Posted, MessageView.Of(_world, _desks.Board.Post(channel, userId, draft, options.Id)));
        });
    }

    /// <summary>Edits a user's own message.</summary>
    /// <exception cref="SandboxRefusedException">It is gone, or somebody else's.</exception>
    public SandboxMessage EditMessage(Snowflake channelId, Snowflake messageId, Snowflake userId, string content) => Do(() =>
        MessageView.Of(_world, _desks.Board.Edit(_world.Channel(channelId), messageId, userId, new MessageDraft { Content = Checked(content).Trim() })));

    /// <summary>Deletes a message as a user: their own, or another's with Manage Messages.</summary>
    /// <exception cref="SandboxRefusedException">It is gone, or they may not.</exception>
    public void DeleteMessage(Snowflake channelId, Snowflake messageId, Snowflake userId) => Do(() =>
    {
        _desks.Board.Delete(_world.Channel(channelId), messageId, userId, reason: null);
        return true;
    });

    /// <summary>Adds a user's reaction: a Unicode emoji or <c>name:id</c>.</summary>
    public void React(Snowflake channelId, Snowflake messageId, Snowflake userId, string emoji) => Do(() =>
    {
        _desks.Marks.React(_world.Channel(channelId), messageId, userId, emoji);
        return true;
    });

    /// <summary>Takes a user's reaction back.</summary>
    public void Unreact(Snowflake channelId, Snowflake messageId, Snowflake userId, string emoji) => Do(() =>
    {
        _desks.Marks.Unreact(_world.Channel(channelId), messageId, userId, emoji, userId);
        return true;
    });

    /// <summary>Embeds resolve a moment after a link is posted: fills them in, as Discord does, without an edit time.</summary>
    /// <param name="channelId">Where.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="embedsJson">A JSON array of embeds.</param>
    public void ResolveEmbeds(Snowflake channelId, Snowflake messageId, string embedsJson) => Do(() =>
    {
        ChannelState channel = _world.Channel(channelId);
        MessageState message = channel.Find(messageId) ?? throw ApiErrors.UnknownMessage();
        message.Embeds = JsonNode.Parse(embedsJson) as JsonArray ?? throw ApiErrors.BadJson();
        _desks.Board.Tell("MESSAGE_UPDATE", channel, message);
        return true;
    });

    /// <summary>A channel's messages, oldest first; without ephemeral ones.</summary>
    public IReadOnlyList<SandboxMessage> Messages(Snowflake channelId) =>
        Do(() => _world.Channel(channelId).Messages.ConvertAll(m => MessageView.Of(_world, m)));

    /// <summary>The message, or null where it is gone.</summary>
    public SandboxMessage? FindMessage(Snowflake channelId, Snowflake messageId) =>
        Do(() => _world.Channel(channelId).Find(messageId) is { } message ? MessageView.Of(_world, message) : null);

    /// <summary>The message's deletion, or null where it was not deleted.</summary>
    public SandboxDeletion? FindDeletion(Snowflake channelId, Snowflake messageId) =>
        Do(() => _world.Channel(channelId).FindDeleted(messageId) is { } deletion ? View(deletion) : null);

    /// <summary>A channel's deletions in the order that they happened, 2,000 at most.</summary>
    public IReadOnlyList<SandboxDeletion> Deletions(Snowflake channelId) => Do(() => _world.Channel(channelId).Deleted.ConvertAll(View));

    /// <summary>The ephemeral messages that a user sees, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> EphemeralMessages(Snowflake userId) => Locked(() =>
        _world.Ephemeral.Values.Where(m => m.EphemeralFor == userId).OrderBy(m => m.Id).Select(m => MessageView.Of(_world, m)).ToArray());

    /// <summary>The direct messages between the bot and a user, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> DirectMessages(Snowflake userId) => Locked(() =>
        _world.DirectChannels.Values.Where(c => c.RecipientId == userId).SelectMany(c => c.Messages).Select(m => MessageView.Of(_world, m)).ToArray());

    /// <summary>Posts to the bot as a user, in the direct-message channel between them.</summary>
    public SandboxPost PostDirectMessage(Snowflake userId, string content) => PostMessage(Do(() => _desks.Channels.OpenDirect(userId).Id), userId, content);

    private SandboxPost? Existing(ChannelState channel, Snowflake id)
    {
        if (channel.Find(id) is { } present)
            return new SandboxPost(SandboxPostOutcome.AlreadyThere, MessageView.Of(_world, present));
        return channel.FindDeleted(id) is { } gone ? new SandboxPost(SandboxPostOutcome.WasDeleted, MessageView.Of(_world, gone.Message)) : null;
    }

    private static MessageDraft Draft(string content, SandboxMessageOptions options)
    {
        JsonObject body = options.Json is null ? [] : JsonNode.Parse(options.Json) as JsonObject ?? throw ApiErrors.BadJson();
        UploadedFile[] files = [.. options.Files.Select((f, i) => new UploadedFile(i, f.FileName, f.ContentType, f.Content.ToArray()))];
        if (options.ReplyTo is { } replied)
            body["message_reference"] = new JsonObject { ["message_id"] = replied.ToString() };
        else if (options.Forward is { } forward)
            body["message_reference"] = new JsonObject { ["type"] = 1L, ["message_id"] = forward.MessageId.ToString(), ["channel_id"] = forward.ChannelId.ToString() };
        MessageDraft draft = MessageForm.Read(new Form(body, new FormErrors()), files);
        return draft with { Content = Checked(content).Trim() };
    }

    private static string Checked(string content) => content.Length <= MaxContent
        ? content
        : throw ApiErrors.Form("content", "BASE_TYPE_MAX_LENGTH", $"Must be {MaxContent} or fewer in length.");

    private SandboxDeletion View(DeletedMessageState deletion) =>
        new(MessageView.Of(_world, deletion.Message), deletion.DeletedBy, deletion.DeletedAt, deletion.Reason);
}
