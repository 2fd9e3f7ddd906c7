using System.Text.Json;
using System.Text.Json.Serialization;
using ModBot.Core.Guilds;
using ModBot.Core.Messages;

namespace ModBot.Storage.Sanctions;

/// <summary>A guild's state as JSON.</summary>
internal static class GuildStateDocument
{
    public static string Write(GuildState state) => JsonSerializer.Serialize(state, GuildStateJson.Default.GuildState);

    /// <exception cref="StorageException">The document cannot be read by this program.</exception>
    public static GuildState Read(Snowflake guild, string? document)
    {
        if (document is null)
            return GuildState.Calm;
        try
        {
            GuildState state = JsonSerializer.Deserialize(document, GuildStateJson.Default.GuildState) ?? GuildState.Calm;
            return state.Trips.IsDefault ? state with { Trips = [] } : state;
        }
        catch (JsonException exception)
        {
            throw new StorageException(StorageFault.Unreadable, $"The state of guild {guild} cannot be read by this ModBot: {exception.Message}", exception);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(SnowflakeJsonConverter)])]
[JsonSerializable(typeof(GuildState))]
internal sealed partial class GuildStateJson : JsonSerializerContext;
