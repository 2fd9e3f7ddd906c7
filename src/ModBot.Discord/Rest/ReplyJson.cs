using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ModBot.Core.Messages;

namespace ModBot.Discord.Rest;

// What comes back and is rarely asked for, as far as it is needed. Ids and permissions are texts in JSON.

internal sealed record UserReply
{
    public bool Bot { get; init; }

    public string? Avatar { get; init; }
}

internal sealed record MemberReply
{
    public UserReply? User { get; init; }

    public string? Nick { get; init; }

    public string? Avatar { get; init; }

    public Snowflake[]? Roles { get; init; }

    public DateTimeOffset? CommunicationDisabledUntil { get; init; }
}

internal sealed record OverwriteReply
{
    public Snowflake Id { get; init; }

    public ulong Allow { get; init; }

    public ulong Deny { get; init; }
}

internal sealed record ThreadReply
{
    public bool Archived { get; init; }

    public bool Locked { get; init; }
}

internal sealed record ChannelReply
{
    public Snowflake Id { get; init; }

    public int Type { get; init; }

    public Snowflake? GuildId { get; init; }

    public string? Name { get; init; }

    public Snowflake? ParentId { get; init; }

    public int? RateLimitPerUser { get; init; }

    public OverwriteReply[]? PermissionOverwrites { get; init; }

    public ThreadReply? ThreadMetadata { get; init; }
}

internal sealed record RoleReply
{
    public Snowflake Id { get; init; }

    public string? Name { get; init; }
}

internal sealed record InviteReply
{
    public MadeReply? Guild { get; init; }

    public ChannelReply? Channel { get; init; }
}

internal sealed record WebhookReply
{
    public Snowflake Id { get; init; }

    public string? Token { get; init; }

    public Snowflake? ApplicationId { get; init; }
}

/// <summary>Anything that was made and has an id.</summary>
internal sealed record MadeReply
{
    public Snowflake Id { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = [typeof(SnowflakeReader)])]
[JsonSerializable(typeof(MemberReply))]
[JsonSerializable(typeof(ChannelReply))]
[JsonSerializable(typeof(ChannelReply[]))]
[JsonSerializable(typeof(RoleReply[]))]
[JsonSerializable(typeof(InviteReply))]
[JsonSerializable(typeof(WebhookReply))]
[JsonSerializable(typeof(WebhookReply[]))]
[JsonSerializable(typeof(MadeReply))]
internal sealed partial class ReplyJson : JsonSerializerContext
{
    /// <summary>Null where the body is not what it should be.</summary>
    public static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Reads ids that are written as texts or numbers.</summary>
internal sealed class SnowflakeReader : JsonConverter<Snowflake>
{
    public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Snowflake.TryParse(reader.GetString(), null, out Snowflake id) ? id
        : reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out ulong number) ? new Snowflake(number)
        : throw new JsonException("not an id");

    public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
