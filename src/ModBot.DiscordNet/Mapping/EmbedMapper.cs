using Discord;
using ModBot.Core.Messages;

namespace ModBot.DiscordNet.Mapping;

/// <summary>Reads an embed's texts and links.</summary>
internal static class EmbedMapper
{
    public static MessageEmbed Map(IEmbed embed)
    {
        List<string> texts = [];
        Add(texts, embed.Title);
        Add(texts, embed.Description);
        Add(texts, embed.Author?.Name);
        Add(texts, embed.Footer?.Text);
        foreach (global::Discord.EmbedField field in embed.Fields)
        {
            Add(texts, field.Name);
            Add(texts, field.Value);
        }

        List<string> urls = [];
        Add(urls, embed.Url);
        Add(urls, embed.Author?.Url);
        // Pictures of a resolved link are the linked site's choice, not the author's; those of a rich embed are its sender's.
        if (embed.Type is EmbedType.Rich or EmbedType.Unknown)
        {
            Add(urls, embed.Image?.Url);
            Add(urls, embed.Thumbnail?.Url);
            Add(urls, embed.Video?.Url);
        }

        return new MessageEmbed(texts, urls);
    }

    private static void Add(List<string> list, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            list.Add(text);
    }
}
