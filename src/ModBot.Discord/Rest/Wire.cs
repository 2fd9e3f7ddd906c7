using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModBot.Discord.Rest;

// What is sent, key for key as the API documents it. Null properties are left out.

internal sealed record AllowedMentionsBody(string[] Parse)
{
    public string[]? Roles { get; init; }

    /// <summary>Nobody is pinged.</summary>
    public static readonly AllowedMentionsBody Nobody = new([]);
}

internal sealed record EmbedFieldBody(string Name, string Value, bool Inline);

internal sealed record EmbedFooterBody(string Text);

internal sealed record EmbedBody
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public int? Color { get; init; }

    public EmbedFieldBody[]? Fields { get; init; }

    public EmbedFooterBody? Footer { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
}

internal sealed record SelectOptionBody(string Label, string Value, string? Description, bool? Default);

/// <summary>Any component; which properties it has depends on the type.</summary>
internal sealed record ComponentBody
{
    public required int Type { get; init; }

    public int? Style { get; init; }

    public string? Label { get; init; }

    public string? CustomId { get; init; }

    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public string? Placeholder { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public SelectOptionBody[]? Options { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    public string? Value { get; init; }

    /// <summary>Of a row.</summary>
    public ComponentBody[]? Components { get; init; }

    /// <summary>Of a label.</summary>
    public ComponentBody? Component { get; init; }
}

/// <summary>Says which of the files that go with a body is which.</summary>
internal sealed record AttachmentBody(int Id, string Filename);

internal sealed record MessageReferenceBody(string MessageId, bool FailIfNotExists);

internal sealed record MessageBody
{
    public string? Content { get; init; }

    public EmbedBody[]? Embeds { get; init; }

    public ComponentBody[]? Components { get; init; }

    public AttachmentBody[]? Attachments { get; init; }

    public required AllowedMentionsBody AllowedMentions { get; init; }

    public int? Flags { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public MessageReferenceBody? MessageReference { get; init; }
}

internal sealed record ChoiceBody(string Name, JsonElement Value);

/// <summary>The data of an interaction's answer; which properties it has depends on the answer's type.</summary>
internal sealed record CallbackDataBody
{
    public string? Content { get; init; }

    public EmbedBody[]? Embeds { get; init; }

    public ComponentBody[]? Components { get; init; }

    public AttachmentBody[]? Attachments { get; init; }

    public AllowedMentionsBody? AllowedMentions { get; init; }

    public int? Flags { get; init; }

    public ChoiceBody[]? Choices { get; init; }

    public string? CustomId { get; init; }

    public string? Title { get; init; }
}

internal sealed record CallbackBody(int Type, CallbackDataBody? Data);

internal sealed record BulkDeleteBody(string[] Messages);

internal sealed record DirectChannelBody(string RecipientId);

internal sealed record BanBody(int DeleteMessageSeconds);

internal sealed record TimeoutBody([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? CommunicationDisabledUntil);

internal sealed record NicknameBody([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Nick);

internal sealed record SlowmodeBody(int RateLimitPerUser);

internal sealed record OverwriteBody(int Type, string Allow, string Deny);

internal sealed record IncidentsBody([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? InvitesDisabledUntil);

/// <summary>The type is left out for a thread on a message.</summary>
internal sealed record ThreadBody(string Name, int AutoArchiveDuration, int? Type);

internal sealed record ArchiveBody(bool Archived, bool Locked);

internal sealed record NewWebhookBody(string Name);

internal sealed record WebhookMessageBody(string Content, string Username, Uri? AvatarUrl, AllowedMentionsBody AllowedMentions);

internal sealed record OptionBody
{
    public required int Type { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public bool? Required { get; init; }

    public bool? Autocomplete { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public ChoiceBody[]? Choices { get; init; }

    public OptionBody[]? Options { get; init; }
}

internal sealed record CommandBody
{
    public required string Name { get; init; }

    public required int Type { get; init; }

    public string? Description { get; init; }

    public string? DefaultMemberPermissions { get; init; }

    public int[]? Contexts { get; init; }

    public OptionBody[]? Options { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(CallbackBody))]
[JsonSerializable(typeof(BulkDeleteBody))]
[JsonSerializable(typeof(DirectChannelBody))]
[JsonSerializable(typeof(BanBody))]
[JsonSerializable(typeof(TimeoutBody))]
[JsonSerializable(typeof(NicknameBody))]
[JsonSerializable(typeof(SlowmodeBody))]
[JsonSerializable(typeof(OverwriteBody))]
[JsonSerializable(typeof(IncidentsBody))]
[JsonSerializable(typeof(ThreadBody))]
[JsonSerializable(typeof(ArchiveBody))]
[JsonSerializable(typeof(NewWebhookBody))]
[JsonSerializable(typeof(WebhookMessageBody))]
[JsonSerializable(typeof(CommandBody[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
internal sealed partial class WireJson : JsonSerializerContext;
