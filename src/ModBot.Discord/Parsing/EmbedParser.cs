using System.Text.Json;
using ModBot.Core.Messages;

namespace ModBot.Discord.Parsing;

/// <summary>Reads an embed's texts and links.</summary>
internal static class EmbedParser
{
    public static IReadOnlyList<MessageEmbed> ReadAll(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return [];
        List<MessageEmbed>? embeds = null;
        while (reader.NextItem())
        {
            if (reader.EntersObject())
                (embeds ??= []).Add(Read(ref reader));
        }

        return embeds is null ? [] : embeds;
    }

    private static MessageEmbed Read(ref Utf8JsonReader reader)
    {
        string? type = null;
        string? title = null;
        string? description = null;
        string? url = null;
        (string? Text, string? Url) author = default;
        (string? Text, string? Url) footer = default;
        (string? Text, string? Url) image = default;
        (string? Text, string? Url) thumbnail = default;
        (string? Text, string? Url) video = default;
        List<string>? fields = null;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("title"u8))
                title = reader.ReadText();
            else if (name.SequenceEqual("type"u8))
                type = reader.ReadText();
            else if (name.SequenceEqual("description"u8))
                description = reader.ReadText();
            else if (name.SequenceEqual("url"u8))
                url = reader.ReadText();
            else if (name.SequenceEqual("author"u8))
                author = ReadPart(ref reader);
            else if (name.SequenceEqual("footer"u8))
                footer = ReadPart(ref reader);
            else if (name.SequenceEqual("image"u8))
                image = ReadPart(ref reader);
            else if (name.SequenceEqual("thumbnail"u8))
                thumbnail = ReadPart(ref reader);
            else if (name.SequenceEqual("video"u8))
                video = ReadPart(ref reader);
            else if (name.SequenceEqual("fields"u8))
                fields = ReadFields(ref reader);
            else
                reader.Skip();
        }

        var texts = new List<string>(4 + (fields?.Count ?? 0));
        Add(texts, title);
        Add(texts, description);
        Add(texts, author.Text);
        Add(texts, footer.Text);
        if (fields is not null)
            texts.AddRange(fields);

        var urls = new List<string>(2);
        Add(urls, url);
        Add(urls, author.Url);
        // Pictures of a resolved link are the linked site's choice, not the author's; those of a rich embed are its sender's.
        if (type is null or "rich")
        {
            Add(urls, image.Url);
            Add(urls, thumbnail.Url);
            Add(urls, video.Url);
        }

        return new MessageEmbed(texts, urls);
    }

    private static (string? Text, string? Url) ReadPart(ref Utf8JsonReader reader)
    {
        if (!reader.EntersObject())
            return default;
        string? text = null;
        string? url = null;
        while (reader.NextProperty(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("name"u8) || name.SequenceEqual("text"u8))
                text = reader.ReadText();
            else if (name.SequenceEqual("url"u8))
                url = reader.ReadText();
            else
                reader.Skip();
        }

        return (text, url);
    }

    private static List<string>? ReadFields(ref Utf8JsonReader reader)
    {
        if (!reader.EntersArray())
            return null;
        List<string>? fields = null;
        while (reader.NextItem())
        {
            if (!reader.EntersObject())
                continue;
            string? title = null;
            string? value = null;
            while (reader.NextProperty(out ReadOnlySpan<byte> name))
            {
                if (name.SequenceEqual("name"u8))
                    title = reader.ReadText();
                else if (name.SequenceEqual("value"u8))
                    value = reader.ReadText();
                else
                    reader.Skip();
            }

            fields ??= [];
            Add(fields, title);
            Add(fields, value);
        }

        return fields;
    }

    private static void Add(List<string> list, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            list.Add(text);
    }
}
