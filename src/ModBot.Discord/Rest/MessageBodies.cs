using System.Collections.Immutable;
using System.Text.Json;
using ModBot.Core.Platform;

namespace ModBot.Discord.Rest;

/// <summary>Turns what ModBot posts into what Discord takes.</summary>
internal static class MessageBodies
{
    public const int EphemeralFlag = 64;
    private const int MostEmbeds = 10;
    private const int MostRows = 5;
    private const int MostFiles = 10;
    private const int MostFileBytes = 8 * 1024 * 1024;
    private const int MostPings = 100;
    private const int MostEmbedText = 6000;

    /// <summary>Why Discord would refuse the message; null where it would not.</summary>
    public static string? Fault(OutgoingMessage message)
    {
        if (message.Content.Length == 0 && message.Embeds.IsDefaultOrEmpty && message.Files.IsDefaultOrEmpty)
            return "The message is empty.";
        if (message.Content.Length > OutgoingMessage.MaximumContent)
            return $"The message has {message.Content.Length} characters; Discord takes {OutgoingMessage.MaximumContent}.";
        if (Safe(message.Embeds).Length > MostEmbeds || Safe(message.Rows).Length > MostRows)
            return $"The message has more than {MostEmbeds} embeds or {MostRows} rows of components.";
        if (Safe(message.Files).Length > MostFiles || Safe(message.Files).Sum(file => (long)file.Content.Length) > MostFileBytes)
            return $"The message has more than {MostFiles} files or {MostFileBytes:N0} bytes of them.";
        int text = Safe(message.Embeds).Sum(embed => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0) + (embed.Footer?.Length ?? 0)
            + Safe(embed.Fields).Sum(field => field.Name.Length + field.Value.Length));
        return text > MostEmbedText ? $"The embeds have {text} characters; Discord takes {MostEmbedText}." : null;
    }

    /// <summary>A new message. The nonce makes a second try after a broken connection harmless.</summary>
    public static MessageBody New(OutgoingMessage message) => new()
    {
        Content = message.Content.Length == 0 ? null : message.Content,
        Embeds = message.Embeds.IsDefaultOrEmpty ? null : Embeds(message),
        Components = message.Rows.IsDefaultOrEmpty ? null : Rows(message),
        Attachments = Attachments(message),
        AllowedMentions = message.PingRoles.IsDefaultOrEmpty ? AllowedMentionsBody.Nobody : new AllowedMentionsBody([]) { Roles = [.. message.PingRoles.Distinct().Take(MostPings).Select(role => role.ToString())] },
        Nonce = message.Nonce ?? Guid.NewGuid().ToString("N")[..25],
        EnforceNonce = true,
        MessageReference = message.ReplyTo is { } replied ? new MessageReferenceBody(replied.ToString(), FailIfNotExists: false) : null,
    };

    /// <summary>A replacement: what the new message lacks is taken away.</summary>
    public static MessageBody Replacement(OutgoingMessage message) => new()
    {
        Content = message.Content,
        Embeds = Embeds(message),
        Components = Rows(message),
        Attachments = Attachments(message),
        AllowedMentions = AllowedMentionsBody.Nobody,
    };

    /// <summary>A further message of an interaction.</summary>
    public static MessageBody FollowUp(OutgoingMessage message) => new()
    {
        Content = message.Content.Length == 0 ? null : message.Content,
        Embeds = message.Embeds.IsDefaultOrEmpty ? null : Embeds(message),
        Components = message.Rows.IsDefaultOrEmpty ? null : Rows(message),
        Attachments = Attachments(message),
        AllowedMentions = AllowedMentionsBody.Nobody,
        Flags = message.Ephemeral ? EphemeralFlag : null,
    };

    /// <summary>An interaction's answer.</summary>
    /// <param name="message">The answer.</param>
    /// <param name="replaces">It takes the place of the message with the component.</param>
    public static CallbackDataBody Answer(OutgoingMessage message, bool replaces)
    {
        MessageBody body = replaces ? Replacement(message) : FollowUp(message);
        return new CallbackDataBody { Content = body.Content, Embeds = body.Embeds, Components = body.Components, Attachments = body.Attachments, AllowedMentions = body.AllowedMentions, Flags = body.Flags };
    }

    public static CallbackDataBody Form(Modal modal) => new()
    {
        CustomId = modal.CustomId,
        Title = modal.Title,
        Components = [.. modal.Inputs.Select(input => new ComponentBody
        {
            Type = 18,
            Label = input.Label,
            Component = new ComponentBody
            {
                Type = 4,
                CustomId = input.CustomId,
                Style = input.IsParagraph ? 2 : 1,
                Required = input.IsRequired,
                MaxLength = Math.Clamp(input.MaximumLength, 1, 4000),
                Value = string.IsNullOrEmpty(input.Value) ? null : input.Value,
                Placeholder = string.IsNullOrEmpty(input.Placeholder) ? null : input.Placeholder,
            },
        })],
    };

    /// <summary>The first 25 choices that can be sent, their values of the option's type.</summary>
    public static CallbackDataBody Suggestions(IReadOnlyList<CommandChoice> choices, CommandOptionKind kind) => new()
    {
        Choices = [.. choices.Where(choice => choice.Name.Length > 0 && choice.Value.Length is > 0 and <= 100)
            .Select(choice => (choice.Name, Value: CommandBodies.Value(kind, choice.Value)))
            .Where(choice => choice.Value.ValueKind == ValueKindOf(kind))
            .Take(25)
            .Select(choice => new ChoiceBody(Cut(choice.Name, 100), choice.Value))],
    };

    /// <summary>A number's suggestion that is no number would have Discord refuse all of them.</summary>
    private static JsonValueKind ValueKindOf(CommandOptionKind kind) => kind is CommandOptionKind.Integer or CommandOptionKind.Number ? JsonValueKind.Number : JsonValueKind.String;

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        int end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static EmbedBody[] Embeds(OutgoingMessage message) => [.. Safe(message.Embeds).Select(embed => new EmbedBody
    {
        Title = embed.Title,
        Description = embed.Description,
        Color = embed.Colour,
        Fields = embed.Fields.IsDefaultOrEmpty ? null : [.. embed.Fields.Select(field => new EmbedFieldBody(field.Name, field.Value, field.Inline))],
        Footer = embed.Footer is null ? null : new EmbedFooterBody(embed.Footer),
        Timestamp = embed.Timestamp,
    })];

    /// <summary>Null for none: an edit then leaves what there is.</summary>
    private static AttachmentBody[]? Attachments(OutgoingMessage message) =>
        message.Files.IsDefaultOrEmpty ? null : [.. message.Files.Select((file, index) => new AttachmentBody(index, file.FileName))];

    private static ComponentBody[] Rows(OutgoingMessage message) =>
        [.. Safe(message.Rows).Select(row => new ComponentBody { Type = 1, Components = [.. row.Components.Select(Component)] })];

    private static ComponentBody Component(MessageComponent component) => component switch
    {
        ButtonComponent button => new ComponentBody
        {
            Type = 2,
            Style = (int)button.Style,
            Label = button.Label,
            CustomId = button.CustomId,
            Disabled = button.Disabled ? true : null,
        },
        LinkComponent link => new ComponentBody { Type = 2, Style = 5, Label = link.Label, Url = link.Url.AbsoluteUri },
        SelectComponent select => new ComponentBody
        {
            Type = 3,
            CustomId = select.CustomId,
            Placeholder = select.Placeholder.Length == 0 ? null : select.Placeholder,
            MinValues = select.Minimum,
            MaxValues = select.Maximum,
            Options = [.. select.Choices.Select(choice => new SelectOptionBody(choice.Label, choice.Value, choice.Description, choice.IsDefault ? true : null))],
        },
        _ => throw new ArgumentException($"{component.GetType().Name} is no component that can be sent.", nameof(component)),
    };

    private static ImmutableArray<T> Safe<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items;
}
