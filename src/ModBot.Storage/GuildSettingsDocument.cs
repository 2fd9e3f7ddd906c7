using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ModBot.Core.Messages;
using ModBot.Core.Rules;

namespace ModBot.Storage;

/// <summary>A guild's settings as JSON: a new setting needs no new column.</summary>
internal static class GuildSettingsDocument
{
    public static string Write(GuildSettings settings) => JsonSerializer.Serialize(settings, GuildSettingsJson.Default.GuildSettings);

    /// <exception cref="StorageException">The document cannot be read by this program.</exception>
    public static GuildSettings Read(Snowflake guild, string document)
    {
        try
        {
            // The generated reader knows no defaults: what the document leaves out is filled in beforehand.
            JsonObject complete = JsonSerializer.SerializeToNode(new GuildSettings(), GuildSettingsJson.Default.GuildSettings)!.AsObject();
            foreach ((string name, JsonNode? value) in JsonNode.Parse(document) as JsonObject ?? [])
                complete[name] = value?.DeepClone();
            return complete.Deserialize(GuildSettingsJson.Default.GuildSettings)!;
        }
        catch (JsonException exception)
        {
            throw new StorageException(StorageFault.Unreadable, $"The settings of guild {guild} cannot be read by this ModBot: {exception.Message}", exception);
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(SnowflakeJsonConverter)])]
[JsonSerializable(typeof(GuildSettings))]
internal sealed partial class GuildSettingsJson : JsonSerializerContext;
