using Discord;
using ModBot.Core.Platform;
using Outgoing = ModBot.Core.Platform;

namespace ModBot.DiscordNet.Mapping;

/// <summary>Turns what ModBot posts into Discord.Net's parts. Builders throw for what Discord would refuse.</summary>
internal static class OutgoingParts
{
    private const int MostPings = 100;

    /// <summary>Null for none: nothing is sent then.</summary>
    public static Embed[]? Embeds(OutgoingMessage message) =>
        message.Embeds.IsDefaultOrEmpty ? null : [.. message.Embeds.Select(Embed)];

    /// <summary>Null for none: nothing is sent then.</summary>
    public static global::Discord.MessageComponent? Components(OutgoingMessage message) => message.Rows.IsDefaultOrEmpty ? null : Build(message);

    /// <summary>Nobody but the roles that are to be pinged.</summary>
    public static AllowedMentions Mentions(OutgoingMessage message) => message.PingRoles.IsDefaultOrEmpty
        ? AllowedMentions.None
        : new AllowedMentions(AllowedMentionTypes.None) { RoleIds = [.. message.PingRoles.Distinct().Take(MostPings).Select(role => role.Value)] };

    public static FileAttachment[] Files(OutgoingMessage message) =>
        message.Files.IsDefaultOrEmpty ? [] : [.. message.Files.Select(file => new FileAttachment(new MemoryStream(file.Content.ToArray()), file.FileName))];

    /// <summary>A replacement: what the new message lacks is taken away.</summary>
    public static void Replace(MessageProperties change, OutgoingMessage message)
    {
        change.Content = message.Content;
        change.Embeds = Embeds(message) ?? [];
        change.Components = Build(message);
        change.AllowedMentions = AllowedMentions.None;
        if (!message.Files.IsDefaultOrEmpty)
            change.Attachments = new Optional<IEnumerable<FileAttachment>>(Files(message));
    }

    private static Embed Embed(OutgoingEmbed embed)
    {
        var builder = new EmbedBuilder { Title = embed.Title, Description = embed.Description, Timestamp = embed.Timestamp };
        if (embed.Colour is { } colour)
            builder.WithColor(new Color((uint)colour & 0xFFFFFF));
        if (embed.Footer is { } footer)
            builder.WithFooter(footer);
        foreach (Outgoing.EmbedField field in embed.Fields.IsDefault ? [] : embed.Fields)
            builder.AddField(field.Name, field.Value, field.Inline);
        return builder.Build();
    }

    private static global::Discord.MessageComponent Build(OutgoingMessage message)
    {
        var builder = new ComponentBuilder();
        for (int row = 0; row < (message.Rows.IsDefault ? 0 : message.Rows.Length); row++)
        {
            foreach (Outgoing.MessageComponent component in message.Rows[row].Components)
                Add(builder, component, row);
        }

        return builder.Build();
    }

    private static void Add(ComponentBuilder builder, Outgoing.MessageComponent component, int row)
    {
        switch (component)
        {
            case Outgoing.ButtonComponent button:
                builder.WithButton(button.Label, button.CustomId, (global::Discord.ButtonStyle)(int)button.Style, disabled: button.Disabled, row: row);
                break;
            case LinkComponent link:
                builder.WithButton(link.Label, style: global::Discord.ButtonStyle.Link, url: link.Url.AbsoluteUri, row: row);
                break;
            case SelectComponent select:
                builder.WithSelectMenu(
                    new SelectMenuBuilder(
                        select.CustomId,
                        [.. select.Choices.Select(choice => new SelectMenuOptionBuilder(choice.Label, choice.Value, choice.Description, isDefault: choice.IsDefault ? true : null))],
                        select.Placeholder.Length == 0 ? null : select.Placeholder,
                        maxValues: select.Maximum,
                        minValues: select.Minimum),
                    row);
                break;
            default:
                throw new ArgumentException($"{component.GetType().Name} is no component that can be sent.", nameof(component));
        }
    }
}
