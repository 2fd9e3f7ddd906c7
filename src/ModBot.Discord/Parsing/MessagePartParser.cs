using System.Text.Json;
using ModBot.Core.Messages;

namespace ModBot.Discord.Parsing;

/// <summary>Reads what a message carries besides its content: files, forwards, stickers, polls, components.</summary>
internal static class MessagePartParser
{
    public static IReadOnlyList<MessageAttachment> ReadAttachments(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return [];
        List<MessageAttachment>? attachments = null;
        while (reader.NextItem())
        {
            if (!reader.EntersObject())
                continue;
            string? file = null;
            string? title = null;
            string? description = null;
            string? type = null;
            long size = 0;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("filename"u8))
                    file = reader.ReadText();
                else if (name.SequenceEqual("title"u8))
                    title = reader.ReadText();
                else if (name.SequenceEqual("description"u8))
                    description = reader.ReadText();
                else if (name.SequenceEqual("content_type"u8))
                    type = reader.ReadText();
                else if (name.SequenceEqual("size"u8))
                    size = reader.ReadInteger();
                else
                    reader.Skip();
            }

            // A name with characters that Discord strips from file names is shown by its title.
            if (title is not null)
                description = description is null ? title : $"{title}\n{description}";
            (attachments ??= []).Add(new MessageAttachment(file ?? "", description, type, size));
        }

        return attachments is null ? [] : attachments;
    }

    public static IReadOnlyList<ForwardedMessage> ReadForwards(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return [];
        List<ForwardedMessage>? forwards = null;
        while (reader.NextItem())
        {
            if (!reader.EntersObject())
                continue;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("message"u8) && reader.TokenType == JsonTokenType.StartObject)
                    (forwards ??= []).Add(ReadForward(ref reader));
                else
                    reader.Skip();
            }
        }

        return forwards is null ? [] : forwards;
    }

    public static IReadOnlyList<string> ReadNames(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return [];
        List<string>? names = null;
        while (reader.NextItem())
        {
            if (reader.EntersObject() && ReadNamed(ref reader, "name"u8) is { Length: > 0 } text)
                (names ??= []).Add(text);
        }

        return names is null ? [] : names;
    }

    public static MessagePoll? ReadPoll(ref Utf8JsonReader reader)
    {
        if (!reader.EntersObject())
            return null;
        string? question = null;
        List<string>? answers = null;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("question"u8) && reader.TokenType == JsonTokenType.StartObject)
                question = ReadNamed(ref reader, "text"u8);
            else if (name.SequenceEqual("answers"u8) && reader.TokenType == JsonTokenType.StartArray)
                answers = ReadAnswers(ref reader);
            else
                reader.Skip();
        }

        return question is null && answers is null ? null : new MessagePoll(question ?? "", answers is null ? [] : answers);
    }

    /// <summary>Collects every text of components, at any depth and of any type, known or not.</summary>
    public static void CollectComponentTexts(ref Utf8JsonReader reader, ref List<string>? into)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.NextItem())
                CollectComponentTexts(ref reader, ref into);
            return;
        }

        if (!reader.EntersObject())
            return;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                CollectComponentTexts(ref reader, ref into);
            else if (IsShownText(name) && reader.TokenType == JsonTokenType.String && reader.ReadText() is { Length: > 0 } text)
                (into ??= []).Add(text);
            else
                reader.Skip();
        }
    }

    /// <summary>Reads the named text of an object that was entered.</summary>
    public static string? ReadNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> wanted)
    {
        string? text = null;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual(wanted))
                text = reader.ReadText();
            else
                reader.Skip();
        }

        return text;
    }

    private static bool IsShownText(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("content"u8) || name.SequenceEqual("label"u8) || name.SequenceEqual("placeholder"u8)
        || name.SequenceEqual("description"u8) || name.SequenceEqual("url"u8);

    private static ForwardedMessage ReadForward(ref Utf8JsonReader reader)
    {
        string? content = null;
        IReadOnlyList<MessageEmbed> embeds = [];
        IReadOnlyList<MessageAttachment> attachments = [];
        List<string>? components = null;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("content"u8))
                content = reader.ReadText();
            else if (name.SequenceEqual("embeds"u8))
                embeds = EmbedParser.ReadAll(ref reader);
            else if (name.SequenceEqual("attachments"u8))
                attachments = ReadAttachments(ref reader);
            else if (name.SequenceEqual("components"u8))
                CollectComponentTexts(ref reader, ref components);
            else
                reader.Skip();
        }

        if (components is not null)
            content = string.Join('\n', (IEnumerable<string>)(string.IsNullOrEmpty(content) ? components : [content, .. components]));
        return new ForwardedMessage(content ?? "", embeds, attachments);
    }

    private static List<string> ReadAnswers(ref Utf8JsonReader reader)
    {
        List<string> answers = [];
        while (reader.NextItem())
        {
            if (!reader.EntersObject())
                continue;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("poll_media"u8) && reader.TokenType == JsonTokenType.StartObject)
                    answers.Add(ReadNamed(ref reader, "text"u8) ?? "");
                else
                    reader.Skip();
            }
        }

        return answers;
    }
}
