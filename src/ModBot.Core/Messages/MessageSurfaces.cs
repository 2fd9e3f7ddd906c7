using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ModBot.Core.Messages;

/// <summary>Walks over every text of a message, so that no filter can forget one.</summary>
public static class MessageSurfaces
{
    /// <summary>Adds all non-empty surfaces, content first, in a fixed order.</summary>
    public static void Collect(ChatMessage message, List<MessageSurface> into)
    {
        Add(into, SurfaceKind.Content, 0, message.Content);
        CollectEmbeds(message.Embeds, SurfaceKind.Embed, into);
        CollectAttachments(message.Attachments, SurfaceKind.AttachmentName, SurfaceKind.AttachmentDescription, into);
        for (int i = 0; i < message.Forwards.Count; i++)
        {
            ForwardedMessage forward = message.Forwards[i];
            Add(into, SurfaceKind.Forward, i, forward.Content);
            CollectEmbeds(forward.Embeds, SurfaceKind.ForwardEmbed, into);
            CollectAttachments(forward.Attachments, SurfaceKind.ForwardAttachment, SurfaceKind.ForwardAttachment, into);
        }

        for (int i = 0; i < message.StickerNames.Count; i++)
            Add(into, SurfaceKind.Sticker, i, message.StickerNames[i]);

        if (message.Poll is { } poll)
        {
            Add(into, SurfaceKind.PollQuestion, 0, poll.Question);
            for (int i = 0; i < poll.Answers.Count; i++)
                Add(into, SurfaceKind.PollAnswer, i, poll.Answers[i]);
        }

        Add(into, SurfaceKind.ThreadName, 0, message.ThreadName);
        for (int i = 0; i < message.ComponentTexts.Count; i++)
            Add(into, SurfaceKind.Component, i, message.ComponentTexts[i]);
    }

    /// <summary>
    /// The revision under which a message is judged once: 16 hexadecimal digits of a SHA-256 over all surfaces and mentions.
    /// Embeds resolve without an edit time, so only the texts can tell two revisions apart.
    /// </summary>
    public static string Revision(ChatMessage message)
    {
        var surfaces = new List<MessageSurface>();
        Collect(message, surfaces);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<int> head = stackalloc int[3];
        foreach (MessageSurface surface in surfaces)
        {
            head[0] = (int)surface.Kind;
            head[1] = surface.Index;
            head[2] = surface.Text.Length;
            hash.AppendData(MemoryMarshal.AsBytes(head));
            hash.AppendData(MemoryMarshal.AsBytes(surface.Text.AsSpan()));
        }

        head[0] = message.MentionedUsers.Count;
        head[1] = message.MentionedRoles.Count;
        head[2] = message.MentionsEveryone ? 1 : 0;
        hash.AppendData(MemoryMarshal.AsBytes(head));
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return Convert.ToHexStringLower(digest[..8]);
    }

    private static void CollectEmbeds(IReadOnlyList<MessageEmbed> embeds, SurfaceKind kind, List<MessageSurface> into)
    {
        for (int i = 0; i < embeds.Count; i++)
        {
            foreach (string text in embeds[i].Texts)
                Add(into, kind, i, text);
            foreach (string url in embeds[i].Urls)
                Add(into, SurfaceKind.EmbedUrl, i, url);
        }
    }

    private static void CollectAttachments(IReadOnlyList<MessageAttachment> attachments, SurfaceKind name, SurfaceKind description, List<MessageSurface> into)
    {
        for (int i = 0; i < attachments.Count; i++)
        {
            Add(into, name, i, attachments[i].FileName);
            Add(into, description, i, attachments[i].Description);
        }
    }

    private static void Add(List<MessageSurface> into, SurfaceKind kind, int index, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            into.Add(new MessageSurface(kind, index, text));
    }
}
