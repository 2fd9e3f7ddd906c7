using System.Text.Json;
using System.Text.Json.Serialization;
using ModBot.Core.Learning;
using ModBot.Core.Messages;

namespace ModBot.Storage.Learning;

/// <summary>A guild's learning state as JSON.</summary>
internal static class LearningStateDocument
{
    public static string Write(LearningState state) => JsonSerializer.Serialize(state, LearningStateJson.Default.LearningState);

    /// <exception cref="StorageException">The document cannot be read by this program.</exception>
    public static LearningState Read(Snowflake guild, string? document)
    {
        if (document is null)
            return LearningState.Default;
        try
        {
            return JsonSerializer.Deserialize(document, LearningStateJson.Default.LearningState) ?? LearningState.Default;
        }
        catch (JsonException exception)
        {
            throw new StorageException(StorageFault.Unreadable, $"What guild {guild} has learned cannot be read by this ModBot: {exception.Message}", exception);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    Converters = [typeof(SnowflakeJsonConverter)])]
[JsonSerializable(typeof(LearningState))]
internal sealed partial class LearningStateJson : JsonSerializerContext;
