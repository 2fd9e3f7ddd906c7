using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using ModBot.Core.Messages;
using ModBot.Core.Ports;
using ModBot.Core.Viewing;
using ModBot.Storage.Engines;

namespace ModBot.Storage;

/// <summary>Viewing options, one document a moderator and guild.</summary>
internal sealed class ViewingOptionsStore(IDatabase database) : IViewingOptionsStore
{
    public Task<ViewingOptions> GetAsync(Snowflake guild, Snowflake moderator, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Connection.QuerySingleOrDefault<string>(
            "SELECT options FROM viewing_options WHERE guild_id = @Guild AND moderator_id = @Moderator",
            new { Guild = StoredValue.Of(guild), Moderator = StoredValue.Of(moderator) }) is { } document
            ? Read(document)
            : ViewingOptions.Default,
        cancellationToken);

    public Task SaveAsync(Snowflake guild, Snowflake moderator, ViewingOptions options, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            Guild = StoredValue.Of(guild),
            Moderator = StoredValue.Of(moderator),
            Options = JsonSerializer.Serialize(options, ViewingOptionsJson.Default.ViewingOptions),
        };
        return database.WriteAsync(
            session => session.Connection.Execute(
                """
                INSERT INTO viewing_options (guild_id, moderator_id, options) VALUES (@Guild, @Moderator, @Options)
                ON CONFLICT (guild_id, moderator_id) DO UPDATE SET options = excluded.options
                """,
                parameters),
            cancellationToken);
    }

    private static ViewingOptions Read(string document)
    {
        try
        {
            ViewingOptions options = JsonSerializer.Deserialize(document, ViewingOptionsJson.Default.ViewingOptions) ?? ViewingOptions.Default;
            return ViewingOptions.PageSizes.Contains(options.PageSize) ? options : options with { PageSize = ViewingOptions.Default.PageSize };
        }
        catch (JsonException)
        {
            // A taste that another version wrote is not worth a fault.
            return ViewingOptions.Default;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ViewingOptions))]
internal sealed partial class ViewingOptionsJson : JsonSerializerContext;
